import { Kind, parse } from 'graphql';

/** Items that a list is taken to hold where the schema does not say. */
const USUAL_SIZE = 10;

/** Gives how many items a field's list is taken to hold. */
export type ListSizes = (type: string, field: string) => number;

/**
 * Reads `@listSize(assumedSize:)` off a composed supergraph (https://specs.apollo.dev/cost/v0.1). A list without it
 * counts as 10 items.
 */
export function readListSizes(supergraphSdl: string): ListSizes {
  const sizes = new Map<string, number>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION
    ) {
      continue;
    }
    for (const { name, directives = [] } of definition.fields ?? []) {
      const given = directives.find((each) => each.name.value === 'listSize')?.arguments;
      const size = given?.find((each) => each.name.value === 'assumedSize')?.value;
      if (size?.kind === Kind.INT) sizes.set(`${definition.name.value}.${name.value}`, Number(size.value));
    }
  }
  return (type, field) => sizes.get(`${type}.${field}`) ?? USUAL_SIZE;
}
