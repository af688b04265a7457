import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as documentNodes from '@graphql-codegen/typed-document-node';
import * as operationTypes from '@graphql-codegen/typescript-operations';
import { type DocumentNode, type GraphQLSchema, parse, print, validate } from 'graphql';
import { ERROR_CATALOGUE } from '../../kit/errors.ts';
import { SupergraphError } from '../../kit/server/supergraph-yaml.ts';
import { readClientOperations } from '../operations/read-operations.ts';
import { createPlanner } from '../plan/planner.ts';

const operationsHeader = (folder: string) =>
  `// Generated from ${folder}/ by \`npm run codegen\`: do not edit.\n`;
const ERRORS_HEADER = '// Generated from the error catalogue by `npm run codegen`: do not edit.\n';

/** Generates what the client is made of, by the name of the file in client/: its operations and the error codes. */
export async function generateClientTypes(
  folder = 'operations',
  root = process.cwd(),
): Promise<Map<string, string>> {
  const codes = Object.entries(ERROR_CATALOGUE).map(
    ([code, meaning]) => `  /** ${meaning} */\n  | '${code}'`,
  );
  return new Map([
    ['operations.generated.ts', await generateOperationTypes(folder, root)],
    [
      'error-codes.generated.ts',
      `${ERRORS_HEADER}\n/** The code of an error that the graph answers. */\nexport type ErrorCode =\n${codes.join('\n')};\n`,
    ],
  ]);
}

/**
 * Generates the types and documents of the operations in a folder. A document carries its text and the SHA-256 hash of
 * that, so that nobody has to print or to hash.
 *
 * @throws SupergraphError when an operation does not fit the graph, with file, line and remedy
 */
export async function generateOperationTypes(folder: string, root = process.cwd()): Promise<string> {
  const schema = createPlanner(readFileSync('supergraph.graphql', 'utf8')).apiSchema;
  const documents = readDocuments(folder, root, schema);
  const output = await codegen({
    filename: 'operations.generated.ts',
    schema: parse('type Query { unused: Int }'),
    schemaAst: schema,
    documents,
    config: {
      useTypeImports: true,
      immutableTypes: true,
      defaultScalarType: 'string',
      emitLegacyCommonJSImports: false,
      importExtension: '.ts',
      // The objects of an answer have no `__typename` unless the operation asks for it.
      skipTypename: true,
      unstable_onExecutableDocumentNode: describeDocument,
    },
    plugins: [{ operationTypes: {} }, { documentNodes: {} }],
    pluginMap: { operationTypes, documentNodes },
    skipDocumentsValidation: true,
  });
  return `${operationsHeader(folder)}${output}`;
}

/** What the gateway knows a persisted operation by. */
function describeDocument(document: DocumentNode) {
  const text = print(document);
  return { hash: createHash('sha256').update(text).digest('hex'), text };
}

/** The documents of a folder. Those of its folder rest/ are the gateway's, and no client's. */
function readDocuments(folder: string, root: string, schema: GraphQLSchema) {
  const documents = new Map(
    readClientOperations(folder, root).map(({ file, document }) => [file, document] as const),
  );
  return [...documents]
    .filter(([file]) => dirname(file) !== join(folder, 'rest'))
    .map(([location, document]) => {
      const [fault] = validate(schema, document);
      if (!fault) return { location, document };
      const [place] = fault.locations ?? [];
      throw new SupergraphError(
        `${location}:${place?.line}:${place?.column}: ${fault.message.replace(/\.$/, '')}: correct the operation, or keep what it needs in the graph`,
      );
    });
}
