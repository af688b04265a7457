import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as resolvers from '@graphql-codegen/typescript-resolvers';
import { type DocumentNode, type ObjectTypeDefinitionNode, parse } from 'graphql';

const HEADER = '// Generated from schema.graphql by `npm run codegen`: do not edit.\n';
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * Generates the resolver types of a subgraph's room.
 *
 * An object type's parent is the interface of that name in the room's repository.ts or service.ts; without one, an
 * entity's is its reference ({ id }), anything else the generated type.
 */
export async function generateResolverTypes(room: string, name: string): Promise<string> {
  const document = parse(readFileSync(join(room, 'schema.graphql'), 'utf8'));
  const output = await codegen({
    filename: join(room, 'types.generated.ts'),
    schema: document,
    documents: [],
    config: {
      enumsAsTypes: true,
      useTypeImports: true,
      immutableTypes: true,
      skipTypename: true,
      federation: true,
      emitLegacyCommonJSImports: false,
      defaultScalarType: 'string',
      importExtension: '.ts',
      noSchemaStitching: true,
      contextType: `./context.ts#${pascal(name)}Context`,
      inputMaybeValue: 'T | null | undefined',
      maybeValue: 'T | null | undefined',
      resolverTypeWrapperSignature: 'Promise<T> | T',
      makeResolverTypeCallable: true,
      scalars: scalarsOf(document),
      mappers: mappersOf(document, room),
    },
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
    skipDocumentsValidation: true,
  });
  return HEADER + output;
}

/** What resolvers see of each scalar: dates come in as Date and go out as text. */
function scalarsOf(document: DocumentNode) {
  const known: Record<string, { input: string; output: string }> = {
    Date: { input: 'Date', output: 'string' },
    DateTime: { input: 'Date', output: 'string' },
    URL: { input: 'URL', output: 'string' },
  };
  const declared = document.definitions.flatMap((each) =>
    each.kind === 'ScalarTypeDefinition' ? each.name.value : [],
  );
  return Object.fromEntries(
    declared.map((name) => [name, known[name] ?? { input: 'string', output: 'string' }]),
  );
}

function mappersOf(document: DocumentNode, room: string): Record<string, string> {
  const mappers: Record<string, string> = {};
  for (const type of document.definitions) {
    if (type.kind !== 'ObjectTypeDefinition' || ROOTS.has(type.name.value)) continue;
    const name = type.name.value;
    const file = ['repository.ts', 'service.ts'].find((each) => exportsType(join(room, each), name));
    if (file) mappers[name] = `./${file}#${name} as ${name}Row`;
    else if (isEntity(type)) mappers[name] = '../../kit/server/subgraph.ts#EntityReference';
  }
  return mappers;
}

const exportsType = (file: string, name: string) =>
  existsSync(file) &&
  new RegExp(`^export (?:interface|type) ${name}\\b`, 'm').test(readFileSync(file, 'utf8'));

const isEntity = ({ directives }: ObjectTypeDefinitionNode) =>
  directives?.some(({ name }) => name.value === 'key');

const pascal = (name: string) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
