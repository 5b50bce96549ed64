// SPDX-License-Identifier: Apache-2.0
package io.blueflux.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Arguments that have no place. Only known words are repeated, and names of options: what stands there may be a secret. */
final class Unmatched {
    private final CommandLine command;
    private final List<String> args;

    Unmatched(CommandLine command, List<String> args) {
        this.command = command;
        this.args = args;
    }

    String said() {
        if (isRoot() && !args.get(0).startsWith("-")) {
            return "no such command" + command(args.get(0));
        }
        List<String> options = args.stream()
                .filter(arg -> arg.startsWith("-"))
                .map(arg -> arg.replaceFirst("=.*", ""))
                .toList();
        return options.isEmpty()
                ? "too many arguments" + surplus(args.get(0))
                : "unknown option " + options.stream().map(this::option).collect(Collectors.joining(", "));
    }

    private String option(String name) {
        if (name.startsWith("--sec") || name.startsWith("--pass")) {
            return name + ": a secret is no argument; give --secret-file, or the environment variable "
                    + ServerOptions.SECRET_VARIABLE;
        }
        boolean belongsToCommand = isRoot()
                && command.getSubcommands().values().stream()
                        .anyMatch(sub -> sub.getCommandSpec().optionsMap().containsKey(name));
        return belongsToCommand
                ? name + ": options stand behind the command"
                : name
                        + Nearest.hint(
                                name, command.getCommandSpec().optionsMap().keySet());
    }

    private String command(String arg) {
        String call = call(arg);
        return call == null
                ? Nearest.hint(arg, List.copyOf(command.getSubcommands().keySet()))
                : "; did you mean `blueflux call " + call + "`?";
    }

    /** A command's name wins over a call's that is no nearer. */
    private @Nullable String call(String arg) {
        List<String> names = new ArrayList<>(command.getSubcommands().keySet());
        names.addAll(CallName.names());
        String nearest = Nearest.of(arg, names);
        return CallName.names().contains(nearest) ? nearest : null;
    }

    private static String surplus(String arg) {
        return arg.contains("=") && !arg.startsWith("=") ? "; a parameter is written -p NAME=VALUE" : "";
    }

    private boolean isRoot() {
        return command.getParent() == null;
    }
}
