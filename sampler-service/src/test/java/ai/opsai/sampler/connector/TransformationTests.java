package ai.opsai.sampler.connector;

import static org.assertj.core.api.Assertions.assertThat;

import ai.opsai.sampler.FakeProvider;
import ai.opsai.sampler.FakeProvider.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransformationTests {

    @RegisterExtension
    final FakeProvider provider = new FakeProvider();

    @Test
    void addedValuesBecomeTheTypeThatTheyDeclare() {
        assertThat(transformed("{\"n\":\"7\"}", """
                - type: AddFields
                  fields:
                    - {path: [text], value: "{{ record['n'] }}", value_type: string}
                    - {path: [whole], value: "{{ record['n'] }}", value_type: integer}
                    - {path: [number], value: "1.5", value_type: number}
                    - {path: [flag], value: "True", value_type: boolean}
                    - {path: [guessed], value: "{{ record['n'] }}"}
                """))
                .isEqualTo("{n=7, text=7, whole=7, number=1.5, flag=true, guessed=7}");
        assertThat(read().get("text")).isEqualTo("7");
        assertThat(read().get("whole")).isEqualTo(7L);
    }

    @Test
    void conditionOfAnAddedFieldSeesItsValueAndPlace() {
        assertThat(transformed("{\"id\":1}", """
                - type: AddFields
                  condition: "{{ value == 2 and path == ['b'] }}"
                  fields:
                    - {path: [a], value: "{{ record['id'] + 1 }}"}
                    - {path: [b], value: "{{ record['id'] + 1 }}"}
                """)).isEqualTo("{id=1, b=2}");
    }

    @Test
    void fieldsAreRemovedByPathByWildcardAndByCondition() {
        assertThat(transformed("{\"a\":{\"x\":1,\"y\":2},\"b\":[{\"x\":3,\"z\":4}],\"c\":5}", """
                - type: RemoveFields
                  field_pointers: [[a, x], ["b", "*", x], [nothing, there]]
                """))
                .isEqualTo("{a={y=2}, b=[{z=4}], c=5}");
        assertThat(transformed("{\"a\":\"\",\"b\":{\"c\":\"\",\"d\":1}}", """
                - type: RemoveFields
                  condition: "{{ property|string == '' }}"
                  field_pointers: [["**"]]
                """)).isEqualTo("{b={d=1}}");
    }

    @Test
    void keysGetTheirNewNames() {
        assertThat(transformed("{\"Some Key\":1,\"firstName\":2,\"2nd\":3}", "- {type: KeysToSnakeCase}"))
                .isEqualTo("{some_key=1, first_name=2, _2_nd=3}");
        assertThat(transformed("{\"Id\":1,\"In\":{\"Id\":2}}", "- {type: KeysToLower}"))
                .isEqualTo("{id=1, in={Id=2}}");
        assertThat(transformed("{\"a-b\":1}", "- {type: KeysReplace, old: '-', new: _}"))
                .isEqualTo("{a_b=1}");
    }

    @Test
    void nestedFieldsComeToTheTop() {
        assertThat(transformed("{\"id\":1,\"in\":{\"id\":2,\"x\":3},\"list\":[4]}", "- {type: FlattenFields}"))
                .isEqualTo("{list.0=4, in.x=3, in.id=2, id=1}");
        assertThat(transformed("{\"id\":1,\"list\":[4]}", "- {type: FlattenFields, flatten_lists: false}"))
                .isEqualTo("{list=[4], id=1}");
    }

    @Test
    void oneObjectIsLiftedToTheTop() {
        String record = "{\"id\":1,\"data\":{\"attributes\":{\"a\":2}}}";
        assertThat(transformed(record, "- {type: DpathFlattenFields, field_path: [data, attributes]}"))
                .isEqualTo("{id=1, data={attributes={a=2}}, a=2}");
        assertThat(transformed(
                        record, "- {type: DpathFlattenFields, field_path: [data, '*'], delete_origin_value: true}"))
                .isEqualTo("{id=1, data={}, a=2}");
        assertThat(transformed(record, """
                - type: DpathFlattenFields
                  field_path: [data, attributes]
                  replace_record: true
                  key_transformation: {type: KeyTransformation, prefix: x_, suffix: _y}
                """)).isEqualTo("{x_a_y=2}");
    }

    @Test
    void filterMaySeeTheRecordAsItBecomes() {
        assertThat(transformed("{\"n\":1}", "- {type: AddFields, fields: [{path: [m], value: '2'}]}", """
                record_filter: {condition: "{{ record['m'] == 2 }}"}
                transform_before_filtering: true
                """))
                .isEqualTo("{n=1, m=2}");
    }

    private String manifest = "";
    private int runs;

    private String transformed(String record, String transformations) {
        return transformed(record, transformations, "");
    }

    private String transformed(String record, String transformations, String selector) {
        provider.on("/things/" + ++runs, Reply.json("[" + record + "]"));
        manifest = """
                streams:
                  - type: DeclarativeStream
                    name: things
                    retriever:
                      requester: {url: "%s/things/%s"}
                      record_selector:
                        extractor: {field_path: []}
                %s
                    transformations:
                %s
                """.formatted(provider.url(), runs, selector.indent(8), transformations.indent(6));
        return read().toString();
    }

    private Map<String, @Nullable Object> read() {
        return Connectors.readOwn(manifest, Map.of()).getFirst();
    }
}
