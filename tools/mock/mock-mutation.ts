import { type GraphQLField, type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { type Args, hasId, type MockObject, type MockObjects } from './mock-objects.ts';
import { drawFrom } from './random.ts';

/** Ids of what mutations make: above all that is there already. */
const FIRST_NEW_ID = 1_000_000;

/**
 * Answers a mutation as if all went well: the entity that its payload shows has the values of the input, and keeps them
 * when it is read again.
 */
export function runMutation(
  objects: MockObjects,
  root: MockObject,
  field: GraphQLField<unknown, unknown>,
  args: Args,
): unknown {
  const input = { ...args, ...(args.input as Args | undefined) };
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return objects.read(root, field, args);
  const id = String(input.id ?? FIRST_NEW_ID + drawFrom(JSON.stringify([field.name, args]), FIRST_NEW_ID));
  const write = (entity: GraphQLObjectType): MockObject => {
    const object = objects.byKeys(entity.name, { id });
    objects.remember(object, valuesFor(objects, entity, input));
    return object;
  };
  if (hasId(type)) return write(type);
  const payload = objects.read(root, field, args) as MockObject;
  const shown = Object.values(type.getFields()).flatMap(({ name, type: shownType }) => {
    const entity = getNamedType(shownType);
    return isObjectType(entity) && hasId(entity) ? [[name, write(entity)] as const] : [];
  });
  return { ...payload, known: { ...payload.known, ...Object.fromEntries(shown) } };
}

/** The fields of an entity that an input gives: by their name, and `userId` for `user`. */
function valuesFor(objects: MockObjects, entity: GraphQLObjectType, input: Args): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, type } of Object.values(entity.getFields())) {
    const named = getNamedType(type);
    if (isLeafType(named) && input[name] != null) values[name] = input[name];
    if (isObjectType(named) && hasId(named) && input[`${name}Id`] != null)
      values[name] = objects.byKeys(named.name, { id: String(input[`${name}Id`]) });
  }
  return values;
}
