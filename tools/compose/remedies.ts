/** What to do about a composition error, by its code (https://www.apollographql.com/docs/graphos/reference/federation/errors). */
const REMEDIES: Readonly<Record<string, string>> = {
  FIELD_TYPE_MISMATCH: 'Give the field the same type in every subgraph that has it.',
  FIELD_ARGUMENT_TYPE_MISMATCH: 'Give the argument the same type in every subgraph that has it.',
  INVALID_FIELD_SHARING:
    'Mark the field @shareable where it means the same everywhere, or let one subgraph own it.',
  SATISFIABILITY_ERROR:
    'Give the type a @key that the other subgraphs have too, or resolve the field where it is reached.',
  TYPE_KIND_MISMATCH: 'Make the type the same kind everywhere, or rename one of the two.',
  ENUM_VALUE_MISMATCH: 'An enum that is both input and output needs the same values in every subgraph.',
  KEY_INVALID_FIELDS: 'Correct the fields of @key: they must exist on the type.',
  KEY_FIELDS_SELECT_INVALID_TYPE: 'A @key cannot select a list, interface or union.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH: 'Add the argument everywhere, or make it optional.',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH: 'Add the input field everywhere, or make it optional.',
  EXTERNAL_MISSING_ON_BASE: 'Remove @external, or define the field in the subgraph that owns it.',
  EXTERNAL_UNUSED: 'Remove the @external field, or use it in @requires, @provides or @key.',
  REQUIRES_INVALID_FIELDS: 'Correct the fields of @requires: they must exist on the type, marked @external.',
  PROVIDES_INVALID_FIELDS:
    'Correct the fields of @provides: they must exist on the field’s type, marked @external.',
  EMPTY_MERGED_INPUT_TYPE: 'Input types intersect: name the two differently, or give them a common field.',
  NO_QUERIES: 'At least one subgraph must have a Query type.',
  INVALID_GRAPHQL: 'Correct the schema: it is not valid GraphQL.',
};

export const remedyFor = (code: string): string =>
  REMEDIES[code] ?? 'Make the named definitions agree, then run `npm run compose` again.';
