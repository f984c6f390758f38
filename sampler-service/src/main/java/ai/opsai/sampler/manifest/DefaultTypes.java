package ai.opsai.sampler.manifest;

import java.util.Map;

/** The type of a component that names none, by the field it stands in. */
final class DefaultTypes {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("DeclarativeSource.streams", "DeclarativeStream"),
            Map.entry("DeclarativeSource.check", "CheckStream"),
            Map.entry("DeclarativeSource.spec", "Spec"),
            Map.entry("DeclarativeStream.retriever", "SimpleRetriever"),
            Map.entry("DeclarativeStream.schema_loader", "JsonFileSchemaLoader"),
            Map.entry("SimpleRetriever.requester", "HttpRequester"),
            Map.entry("SimpleRetriever.record_selector", "RecordSelector"),
            Map.entry("SimpleRetriever.paginator", "NoPagination"),
            Map.entry("SimpleRetriever.decoder", "JsonDecoder"),
            Map.entry("RecordSelector.extractor", "DpathExtractor"),
            Map.entry("RecordSelector.record_filter", "RecordFilter"),
            Map.entry("HttpRequester.authenticator", "NoAuth"),
            Map.entry("HttpRequester.error_handler", "DefaultErrorHandler"),
            Map.entry("CompositeErrorHandler.error_handlers", "DefaultErrorHandler"),
            Map.entry("DefaultErrorHandler.response_filters", "HttpResponseFilter"),
            Map.entry("ApiKeyAuthenticator.inject_into", "RequestOption"),
            Map.entry("DefaultPaginator.page_size_option", "RequestOption"),
            Map.entry("DefaultPaginator.page_token_option", "RequestOption"),
            Map.entry("DefaultPaginator.decoder", "JsonDecoder"),
            Map.entry("SubstreamPartitionRouter.parent_stream_configs", "ParentStreamConfig"),
            Map.entry("ParentStreamConfig.stream", "DeclarativeStream"),
            Map.entry("ParentStreamConfig.request_option", "RequestOption"),
            Map.entry("ListPartitionRouter.request_option", "RequestOption"),
            Map.entry("AddFields.fields", "AddedFieldDefinition"),
            Map.entry("DatetimeBasedCursor.start_datetime", "MinMaxDatetime"),
            Map.entry("DatetimeBasedCursor.end_datetime", "MinMaxDatetime"),
            Map.entry("DatetimeBasedCursor.start_time_option", "RequestOption"),
            Map.entry("DatetimeBasedCursor.end_time_option", "RequestOption"),
            Map.entry("PropertiesFromEndpoint.retriever", "SimpleRetriever"),
            Map.entry("QueryProperties.property_chunking", "PropertyChunking"));

    private DefaultTypes() {}

    /** Empty where the format infers none. */
    static String of(String parentType, String field) {
        return TYPES.getOrDefault(parentType + "." + field, "");
    }
}
