import type { Documented, Route } from './route.ts';
import { error, type JsonSchema, text } from './schemas.ts';
import { bodySchemaOf, type Entry } from './table.ts';

const FAILURES: Readonly<Record<number, string>> = {
  400: 'Something sent cannot be used; the message says what.',
  401: 'A token or an API key is needed, or the one that was sent is not valid.',
  403: 'What was sent allows no such thing.',
  404: 'There is none.',
  409: 'It is taken, done already, or not possible as things are.',
  413: 'The body has more than 1 MiB.',
  415: 'The body is no JSON.',
  429: 'Tried too often: `Retry-After` says how many seconds to wait.',
  500: 'Something failed that the caller cannot mend.',
  503: 'A part of Tessera that is needed does not answer; try again later.',
};

const errorSchema = { $ref: '#/components/schemas/Error' };

/** Describes the paths, from the table that answers them, in OpenAPI 3.1. */
export function createOpenApi(entries: readonly Entry[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const entry of entries) {
    paths[entry.path] = { ...paths[entry.path], [entry.method.toLowerCase()]: operationOf(entry) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Tessera, over REST',
      version: '1',
      description:
        'The paths that clients of earlier systems call, each answered through the graph. Ids are digits or UUIDs.',
    },
    servers: [{ url: '/' }],
    tags: [...new Set(entries.map(({ path }) => systemOf(path)))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Error: error },
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
      },
    },
  };
}

const systemOf = (path: string) => path.split('/')[2] ?? '';

function operationOf(entry: Entry) {
  const { method, path, rows } = entry;
  const body = bodySchemaOf(entry);
  const needsViewer = rows.every(({ access }) => access !== 'anyone');
  return {
    operationId: `${method.toLowerCase()}${path.replace(/^\/rest/, '').replaceAll(/[^A-Za-z0-9]+/g, '_')}`,
    tags: [systemOf(path)],
    summary: rows.map(({ summary, command }) => (command ? `${command}: ${summary}` : summary)).join(' '),
    ...(rows.some(({ access }) => access === 'admin') && { description: 'Needs the scope `admin`.' }),
    security: [{ token: [] }, { apiKey: [] }, ...(needsViewer ? [] : [{}])],
    parameters: parametersOf(path, rows[0]),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: responsesOf(path, rows),
  };
}

function parametersOf(path: string, { query = {} }: Route) {
  const inQuery = Object.entries(query).map(([name, schema]) => ({ name, in: 'query', schema }));
  if (!path.includes('{id}')) return inQuery;
  return [
    { name: 'id', in: 'path', required: true, description: 'Digits or a UUID.', schema: text },
    ...inQuery,
  ];
}

/** The statuses that a path may answer, beside those of its rows. */
function failuresOf(path: string, rows: Entry['rows']): number[] {
  const hasInput = path.includes('{id}') || rows.some(({ body, query }) => body ?? query);
  const hasBody = rows.some(({ body }) => body);
  const isRestricted = rows.some(({ access }) => access !== 'anyone');
  return [
    ...(hasInput ? [400] : []),
    401,
    ...(isRestricted ? [403] : []),
    ...(hasBody ? [413, 415] : []),
    ...rows.flatMap(({ failures = [] }) => failures),
    500,
    503,
  ];
}

function responsesOf(path: string, rows: Entry['rows']): Record<string, unknown> {
  const responses: Record<string, unknown> = {};
  for (const status of [...new Set(failuresOf(path, rows))].sort())
    responses[status] = responseOf({ description: FAILURES[status] as string, schema: errorSchema });
  const answers = new Map<string, Documented[]>();
  for (const { answers: each } of rows)
    for (const [status, documented] of Object.entries(each))
      answers.set(status, [...(answers.get(status) ?? []), documented]);
  for (const [status, [first, ...others]] of answers as Map<string, [Documented, ...Documented[]]>) {
    const schemas = [...new Set([first, ...others].flatMap(({ schema }) => schema ?? []))];
    responses[status] = responseOf({
      ...first,
      description: [first, ...others].map(({ description }) => description).join(' '),
      ...(schemas.length > 1 && { schema: { anyOf: schemas } satisfies JsonSchema }),
    });
  }
  return responses;
}

const responseOf = ({ description, schema, mediaType = 'application/json' }: Documented) => ({
  description,
  ...(schema && { content: { [mediaType]: { schema } } }),
});
