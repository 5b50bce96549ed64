// SPDX-License-Identifier: Apache-2.0
// Answers the milliseconds that each of a number of like computations took.
const took = [];
let sum = 1;
for (let round = 0; round < 40; round++) {
  const begin = performance.now();
  for (let i = 0; i < 2_000_000; i++) {
    sum = (Math.imul(sum, 1_103_515_245) + 12_345) >>> 0;
  }
  took.push(performance.now() - begin);
}
return sum < 0 ? [] : took;
