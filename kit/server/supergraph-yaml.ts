import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ownSetting } from '../config.ts';
import { faultOfFile, readText } from '../files.ts';

/** supergraph.yaml or something that it names cannot be used; the message gives file, line and remedy. */
export class SupergraphError extends Error {
  override name = 'SupergraphError';
}

/** A subgraph as supergraph.yaml lists it. */
export interface SubgraphEntry {
  readonly name: string;
  readonly routingUrl: string;
  /** Absolute path of its schema.graphql. */
  readonly schemaFile: string;
}

/** supergraph.yaml, checked. */
export interface SupergraphYaml {
  /** As rover writes it, such as `=2.9.0`. */
  readonly federationVersion: string;
  readonly subgraphs: readonly SubgraphEntry[];
}

/** The setting that says where a subgraph's instances answer, if not at its routing_url. */
export const urlSettingOf = (name: string): string => ownSetting(name, 'URL');

function readYaml(file: string): string {
  try {
    return readText(file);
  } catch (error) {
    throw new SupergraphError(faultOfFile(error));
  }
}

const NAME = /^[a-z][a-z0-9-]*$/;

const shape = z.strictObject({
  federation_version: z.string(
    'say which federation version to compose, for example `federation_version: =2.9.0`',
  ),
  subgraphs: z.record(
    z.string().regex(NAME, 'a subgraph is named in lower case, such as `users`'),
    z.strictObject({
      routing_url: z.url(
        'say where the subgraph answers, for example `routing_url: http://127.0.0.1:4001/graphql`',
      ),
      schema: z.strictObject({
        file: z.string('say where its schema is, for example `file: subgraphs/users/schema.graphql`'),
      }),
    }),
  ),
});

/**
 * Reads supergraph.yaml, in rover's format (https://www.apollographql.com/docs/rover/commands/supergraphs).
 *
 * @throws SupergraphError with file, line and remedy
 */
export function readSupergraphYaml(file: string): SupergraphYaml {
  const shown = relative(process.cwd(), file) || file;
  if (!existsSync(file))
    throw new SupergraphError(`${shown}: there is no such file: create it, or name another`);
  const lines = new LineCounter();
  const document = parseDocument(readYaml(file), { lineCounter: lines, prettyErrors: false });
  const at = (offset = 0) => `${shown}:${lines.linePos(offset).line}`;
  const [fault] = document.errors;
  if (fault) throw new SupergraphError(`${at(fault.pos[0])}: this is not YAML: ${fault.message}`);
  const offsetOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    return node?.range?.[0] ?? (path.length > 0 ? offsetOf(path.slice(0, -1)) : 0);
  };

  const result = shape.safeParse(document.toJS() ?? {});
  if (!result.success) {
    const [issue] = result.error.issues;
    throw new SupergraphError(
      `${at(offsetOf(issue?.path ?? []))}: ${issue?.path.join('.')}: ${issue?.message}`,
    );
  }
  const subgraphs = Object.entries(result.data.subgraphs).map(([name, entry]) => {
    const schemaFile = resolve(dirname(file), entry.schema.file);
    if (!existsSync(schemaFile)) {
      const place = at(offsetOf(['subgraphs', name, 'schema', 'file']));
      throw new SupergraphError(
        `${place}: ${entry.schema.file} does not exist: write the schema of ${name}, or correct the path`,
      );
    }
    return { name, routingUrl: entry.routing_url, schemaFile };
  });
  if (subgraphs.length === 0)
    throw new SupergraphError(`${at(offsetOf(['subgraphs']))}: list at least one subgraph`);
  return { federationVersion: result.data.federation_version, subgraphs };
}
