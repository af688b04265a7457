/** What to do about a composition error, by its code (https://www.apollographql.com/docs/graphos/reference/federation/errors). */
const REMEDIES: Readonly<Record<string, string>> = {
  // Subgraphs disagree.
  FIELD_TYPE_MISMATCH: 'Give the field the same type in every subgraph that has it.',
  FIELD_ARGUMENT_TYPE_MISMATCH: 'Give the argument the same type in every subgraph that has it.',
  FIELD_ARGUMENT_DEFAULT_MISMATCH: 'Give the argument the same default in every subgraph that has it.',
  INPUT_FIELD_DEFAULT_MISMATCH:
    'Name the two inputs differently, or give the field the same default in both.',
  TYPE_KIND_MISMATCH: 'Make the type the same kind everywhere, or rename one of the two.',
  INVALID_FIELD_SHARING:
    'Mark the field @shareable in each subgraph if it means the same everywhere; else let one own it and remove it from the others.',
  ENUM_VALUE_MISMATCH: 'Give an enum that is both input and output the same values in every subgraph.',
  EMPTY_MERGED_ENUM_TYPE: 'Name the two enums differently, or give them a common value.',
  EMPTY_MERGED_INPUT_TYPE:
    'Name the two inputs differently: inputs of one name keep only the fields that all of them have.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'Add the argument everywhere, or make it optional.',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH:
    'Name the two inputs differently, add the field to both, or make it optional.',
  INTERFACE_FIELD_NO_IMPLEM:
    'Give the type the field in its own subgraph, or take the field out of the interface.',
  SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES:
    'Let each subgraph that resolves the field return the same object types.',
  SATISFIABILITY_ERROR:
    'Give the type a @key that both subgraphs have and can resolve, or resolve the field where it is reached.',
  LINK_IMPORT_NAME_MISMATCH: 'Import the directive under the same name in every subgraph.',
  CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS:
    'Set the argument by @fromContext in every subgraph that has it, or give it a default elsewhere.',
  EXTENSION_WITH_NO_BASE: 'Define the type in one subgraph, or write `type` instead of `extend type`.',
  // Keys.
  KEY_INVALID_FIELDS: 'Name fields in @key that the type has in this subgraph.',
  KEY_INVALID_FIELDS_TYPE: 'Write the fields of @key as a string: `@key(fields: "id")`.',
  KEY_FIELDS_SELECT_INVALID_TYPE: 'Choose scalar or object fields for @key: not an interface or a union.',
  KEY_FIELDS_HAS_ARGS: 'Choose fields without arguments for @key.',
  KEY_DIRECTIVE_IN_FIELDS_ARG: 'Take the directive out of the fields of @key.',
  KEY_UNSUPPORTED_ON_INTERFACE: 'Put @key on the object types, or link federation v2.3 or newer.',
  // @external, @requires, @provides.
  EXTERNAL_MISSING_ON_BASE: 'Remove @external, or define the field in the subgraph that owns it.',
  EXTERNAL_UNUSED: 'Remove the @external field, or use it in @requires, @provides or @key.',
  EXTERNAL_TYPE_MISMATCH: 'Copy the field’s type from the subgraph that owns it.',
  EXTERNAL_ARGUMENT_MISSING: 'Copy the field with its arguments from the subgraph that owns it.',
  EXTERNAL_ARGUMENT_TYPE_MISMATCH: 'Copy the argument’s type from the subgraph that owns the field.',
  EXTERNAL_ARGUMENT_DEFAULT_MISMATCH: 'Copy the argument’s default from the subgraph that owns the field.',
  EXTERNAL_ON_INTERFACE: 'Mark the fields of the object types @external, not those of the interface.',
  EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE:
    'Remove the other directive, or @external: the field is resolved here or elsewhere, not both.',
  TYPE_WITH_ONLY_UNUSED_EXTERNAL: 'Remove the type from this subgraph, or use its fields.',
  MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL:
    'Apply the directive where the field is defined, not where it is @external.',
  REQUIRES_INVALID_FIELDS: 'Declare the fields of @requires on the type in this subgraph, marked @external.',
  REQUIRES_INVALID_FIELDS_TYPE: 'Write the fields of @requires as a string: `@requires(fields: "region")`.',
  REQUIRES_FIELDS_MISSING_EXTERNAL:
    'Mark the field @external where another subgraph resolves it; where this one does, drop it from @requires.',
  REQUIRES_FIELDS_HAS_ARGS: 'Choose fields without arguments for @requires.',
  REQUIRES_DIRECTIVE_IN_FIELDS_ARG: 'Take the directive out of the fields of @requires.',
  REQUIRES_UNSUPPORTED_ON_INTERFACE: 'Put @requires on the fields of the object types.',
  PROVIDES_INVALID_FIELDS:
    'Declare the fields of @provides on the type that the field returns, in this subgraph, marked @external.',
  PROVIDES_INVALID_FIELDS_TYPE: 'Write the fields of @provides as a string: `@provides(fields: "name")`.',
  PROVIDES_FIELDS_MISSING_EXTERNAL:
    'Mark the field @external where another subgraph resolves it; where this one does, drop it from @provides.',
  PROVIDES_FIELDS_HAS_ARGS: 'Choose fields without arguments for @provides.',
  PROVIDES_DIRECTIVE_IN_FIELDS_ARG: 'Take the directive out of the fields of @provides.',
  PROVIDES_ON_NON_OBJECT_FIELD:
    'Remove @provides: only a field that returns an object has fields to provide.',
  PROVIDES_UNSUPPORTED_ON_INTERFACE: 'Put @provides on the fields of the object types.',
  // @override.
  OVERRIDE_FROM_SELF_ERROR: 'Name the subgraph that the field moves away from.',
  OVERRIDE_SOURCE_HAS_OVERRIDE: 'Keep the @override of the subgraph that the field moves to; drop the other.',
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE:
    'Move the field without @external, @provides and @requires on it, or drop @override.',
  OVERRIDE_ON_INTERFACE: 'Put @override on the fields of the object types.',
  OVERRIDE_LABEL_INVALID: 'Write the label as a name, or as `percent(25)`.',
  // Access.
  AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE:
    'Put the access directive on each object type that implements the interface, or on their fields.',
  MISSING_TRANSITIVE_AUTH_REQUIREMENTS:
    'Protect the field with the same access directives as the data that it requires.',
  // @interfaceObject and keys of interfaces.
  INTERFACE_OBJECT_USAGE_ERROR:
    'Give the @interfaceObject type the @key of the interface, and keep its implementations out of this subgraph.',
  INTERFACE_KEY_NOT_ON_IMPLEMENTATION: 'Give every type that implements the interface the same @key.',
  INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE:
    'Define every type that implements the interface in the subgraph that has its @key.',
  // @inaccessible.
  REFERENCED_INACCESSIBLE: 'Hide what refers to it too, or show it.',
  DEFAULT_VALUE_USES_INACCESSIBLE: 'Choose a default that clients may see.',
  QUERY_ROOT_TYPE_INACCESSIBLE: 'Show Query: hide its fields one by one.',
  REQUIRED_INACCESSIBLE: 'Make it optional, or show it.',
  IMPLEMENTED_BY_INACCESSIBLE: 'Show the field: the interface promises it.',
  DISALLOWED_INACCESSIBLE: 'Remove @inaccessible: this part of the schema cannot be hidden.',
  ONLY_INACCESSIBLE_CHILDREN: 'Hide the type itself, or show one of its members.',
  // @context.
  CONTEXT_NOT_SET: 'Set the context with @context on a type above the field.',
  CONTEXT_INVALID_SELECTION: 'Select one field of the context, of the argument’s type.',
  NO_CONTEXT_IN_SELECTION: 'Begin the selection with the context: `"$context { field }"`.',
  CONTEXT_NO_RESOLVABLE_KEY: 'Give the type a @key that can be resolved.',
  CONTEXT_NAME_INVALID: 'Name the context with letters and digits, without an underscore.',
  // @cost and @listSize.
  COST_APPLIED_TO_INTERFACE_FIELD: 'Put @cost on the fields of the object types.',
  LIST_SIZE_APPLIED_TO_NON_LIST: 'Remove @listSize: the field is no list.',
  LIST_SIZE_INVALID_ASSUMED_SIZE: 'Assume a size of zero or more.',
  LIST_SIZE_INVALID_SLICING_ARGUMENT: 'Name arguments of type Int that the field has.',
  LIST_SIZE_INVALID_SIZED_FIELD: 'Name list fields that the returned type has.',
  // One schema, read alone.
  INVALID_GRAPHQL: 'Correct the schema: it is not valid GraphQL.',
  DIRECTIVE_DEFINITION_INVALID: 'Remove the definition: federation defines this directive itself.',
  TYPE_DEFINITION_INVALID: 'Remove the definition: federation defines this type itself.',
  ROOT_QUERY_USED: 'Rename the type Query, or make it the query root.',
  ROOT_MUTATION_USED: 'Rename the type Mutation, or make it the mutation root.',
  ROOT_SUBSCRIPTION_USED: 'Rename the type Subscription, or make it the subscription root.',
  NO_QUERIES: 'Give at least one subgraph a Query type with a field.',
  INVALID_SUBGRAPH_NAME: 'Name the subgraph in lower case, such as `users`.',
  INVALID_SHAREABLE_USAGE: 'Remove @shareable: it goes on object types and their fields alone.',
  INVALID_LINK_DIRECTIVE_USAGE:
    'Write @link as its specification has it: https://specs.apollo.dev/link/v1.0.',
  INVALID_LINK_IDENTIFIER: 'End the url of @link with a name and a version, such as `/federation/v2.9`.',
  UNKNOWN_FEDERATION_LINK_VERSION: 'Link https://specs.apollo.dev/federation/v2.9.',
  UNKNOWN_LINK_VERSION: 'Link https://specs.apollo.dev/link/v1.0.',
  UNSUPPORTED_LINKED_FEATURE: 'Remove the @link: the gateway does not know this feature.',
  UNSUPPORTED_FEATURE: 'Remove what uses the feature: composition does not know it.',
  DIRECTIVE_COMPOSITION_ERROR:
    'Compose the directive with @composeDirective from one @link, at the same version in every subgraph.',
  MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED:
    'Let fewer subgraphs share the same fields: there are too many ways to reach them.',
  INVALID_FEDERATION_SUPERGRAPH: 'Run `npm run compose`, and use the supergraph that it writes.',
  DOWNSTREAM_SERVICE_ERROR: 'Make sure that the subgraph answers.',
};

export const remedyFor = (code: string): string =>
  REMEDIES[code] ?? 'Make the named definitions agree, then run `npm run compose` again.';

/** Whether there is more to say about a code than that something disagrees. */
export const hasRemedy = (code: string): boolean => Object.hasOwn(REMEDIES, code);
