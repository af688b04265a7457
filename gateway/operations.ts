import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getOperationAST, parse } from 'graphql';

/** The documents of a folder of operations: what reads before what writes, each by file name. */
export function readOperations(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const documents = readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8'));
  const isRead = (document: string) => getOperationAST(parse(document))?.operation === 'query';
  return [...documents.filter(isRead), ...documents.filter((document) => !isRead(document))];
}
