package ai.opsai.sampler.manifest;

import java.util.Map;

/** The type of a component that names none, by the field it stands in. */
final class DefaultTypes {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("DeclarativeSource.streams", "DeclarativeStream"),
            Map.entry("DeclarativeSource.check", "CheckStream"),
            Map.entry("DeclarativeSource.spec", "Spec"),
            Map.entry("DeclarativeSource.dynamic_streams", "DynamicDeclarativeStream"),
            Map.entry("DynamicDeclarativeStream.stream_template", "DeclarativeStream"),
            Map.entry("DynamicDeclarativeStream.components_resolver", "ConfigComponentsResolver"),
            Map.entry("HttpComponentsResolver.retriever", "SimpleRetriever"),
            Map.entry("HttpComponentsResolver.components_mapping", "ComponentMappingDefinition"),
            Map.entry("ConfigComponentsResolver.stream_config", "StreamConfig"),
            Map.entry("ConfigComponentsResolver.components_mapping", "ComponentMappingDefinition"),
            Map.entry("ConditionalStreams.streams", "DeclarativeStream"),
            Map.entry("StateDelegatingStream.full_refresh_stream", "DeclarativeStream"),
            Map.entry("StateDelegatingStream.incremental_stream", "DeclarativeStream"),
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

    /** Of code of the connector's authors that names its class, but not what it is. */
    private static final Map<String, String> CUSTOM = Map.ofEntries(
            Map.entry("CompositeErrorHandler.backoff_strategies", "CustomBackoffStrategy"),
            Map.entry("DeclarativeStream.retriever", "CustomRetriever"),
            Map.entry("DeclarativeStream.transformations", "CustomTransformation"),
            Map.entry("DeclarativeStream.schema_loader", "CustomSchemaLoader"),
            Map.entry("DeclarativeStream.incremental_sync", "CustomIncrementalSync"),
            Map.entry("DefaultErrorHandler.backoff_strategies", "CustomBackoffStrategy"),
            Map.entry("DefaultPaginator.pagination_strategy", "CustomPaginationStrategy"),
            Map.entry("HttpRequester.authenticator", "CustomAuthenticator"),
            Map.entry("HttpRequester.error_handler", "CustomErrorHandler"),
            Map.entry("RecordSelector.extractor", "CustomRecordExtractor"),
            Map.entry("RecordSelector.record_filter", "CustomRecordFilter"),
            Map.entry("SimpleRetriever.partition_router", "CustomPartitionRouter"));

    private DefaultTypes() {}

    /** Of a component that names its class; just "Custom" where the field tells no more. */
    static String ofCustom(String parentType, String field) {
        return CUSTOM.getOrDefault(parentType + "." + field, "Custom");
    }

    /** Empty where the format infers none. */
    static String of(String parentType, String field) {
        return TYPES.getOrDefault(parentType + "." + field, "");
    }
}
