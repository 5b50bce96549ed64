// SPDX-License-Identifier: Apache-2.0
package io.blueflux;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.blueflux.body.Document;
import io.blueflux.body.RequestBody;
import io.blueflux.parameter.RequestParameters;
import io.blueflux.request.ApiRequest;
import io.blueflux.request.CreateRequest;
import io.blueflux.request.HookRequest;
import io.blueflux.request.InsertDocumentRequest;
import io.blueflux.request.JoinRequest;
import io.blueflux.request.RecordingsQuery;
import io.blueflux.request.RecordingsUpdate;
import io.blueflux.request.Role;
import io.blueflux.request.SessionRequest;
import io.blueflux.request.SimpleRequest;
import io.blueflux.request.TextTrackKind;
import io.blueflux.request.TextTrackUpload;
import io.blueflux.request.UserSession;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What requests and their builders inherit from classes that users do not see, frameworks of other packages call all the
 * same: expressions, mappers and mocks do so by reflection.
 */
class RequestsByReflectionTest {
    private static final List<Document> DOCUMENTS = List.of(Document.url("https://h.example/a.pdf"));
    private static final UserSession SESSION = UserSession.of("t-1");

    static Stream<ApiRequest> requests() {
        return Stream.of(
                SimpleRequest.getMeetings(),
                CreateRequest.builder("room", "Room").build(),
                JoinRequest.builder("room", "Ann").role(Role.VIEWER).build(),
                InsertDocumentRequest.of("room", DOCUMENTS),
                RecordingsQuery.builder().build(),
                RecordingsUpdate.builder("r-1").meta("a", "b").build(),
                upload().build(),
                SessionRequest.learningDashboard(SESSION),
                HookRequest.builder("https://h.example/hook").build());
    }

    static Stream<Object> buildersAndGroups() {
        List<Object> all = new ArrayList<>(List.of(
                JoinRequest.builder("room", "Ann"),
                RecordingsQuery.builder(),
                RecordingsUpdate.builder("r-1"),
                upload(),
                SessionRequest.getJoinUrl(SESSION),
                HookRequest.builder("https://h.example/hook")));
        all.add(CreateRequest.builder("room", "Room")
                .voice(all::add)
                .cameras(all::add)
                .recording(all::add)
                .breakout(all::add)
                .lock(all::add)
                .guests(all::add)
                .branding(all::add)
                .expiry(all::add)
                .presentation(all::add)
                .notes(all::add));
        return all.stream();
    }

    private static TextTrackUpload.Builder upload() {
        return TextTrackUpload.builder("r-1", TextTrackKind.CAPTIONS, "en").file("a.vtt", new byte[1]);
    }

    @ParameterizedTest
    @MethodSource("requests")
    void aRequestIsRead(ApiRequest request) throws ReflectiveOperationException {
        assertThat(called(request, "call")).isEqualTo(request.call());
        assertThat(called(request, "parameters"))
                .isInstanceOf(RequestParameters.class)
                .isSameAs(request.parameters());
        RequestBody body = request.body();
        assertThat(called(request, "body")).isSameAs(body);
    }

    private static Object called(Object target, String name) throws ReflectiveOperationException {
        return target.getClass().getMethod(name).invoke(target);
    }

    @ParameterizedTest
    @MethodSource({"requests", "buildersAndGroups"})
    void everyPublicMethodIsOpen(Object target) {
        assertThat(target.getClass().getMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()))
                .allMatch(method -> method.canAccess(target));
    }

    @Test
    void noPublicTypeInheritsAPublicMethodThatIsClosed() {
        Stream<Class<?>> types = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.blueflux").stream()
                        .map(JavaClass::reflect);

        assertThat(types.filter(RequestsByReflectionTest::isPublic)
                        .flatMap(type -> Stream.of(type.getMethods()))
                        .filter(method -> !isPublic(method.getDeclaringClass())))
                .isEmpty();
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && (type.getDeclaringClass() == null || isPublic(type.getDeclaringClass()));
    }
}
