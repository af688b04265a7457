import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { SupergraphError } from '../../kit/server/supergraph-yaml.ts';

/** A YAML file, checked, and where its parts stand. */
export interface YamlFile<T> {
  readonly value: T;
  readonly text: string;
  lineOf(path: readonly PropertyKey[]): number;
}

/**
 * Reads a YAML file by its shape; a file that is not there reads as `{}`.
 *
 * @throws SupergraphError with file, line and remedy
 */
export function readYaml<S extends z.ZodType>(root: string, file: string, shape: S): YamlFile<z.infer<S>> {
  const path = join(root, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [fault] = document.errors;
  if (fault)
    throw new SupergraphError(
      `${file}:${lines.linePos(fault.pos[0]).line}: this is not YAML: ${fault.message}`,
    );
  const lineOf = (path: readonly PropertyKey[]): number => {
    const node = document.getIn(path, true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line;
    return path.length > 0 ? lineOf(path.slice(0, -1)) : 1;
  };
  const result = shape.safeParse(document.toJS() ?? {});
  if (result.success) return { value: result.data, text, lineOf };
  const [issue] = result.error.issues;
  const where = issue?.path ?? [];
  throw new SupergraphError(`${file}:${lineOf(where)}: ${where.join('.')}: ${issue?.message}`);
}
