import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import mustache from 'mustache';

const TEMPLATES = fileURLToPath(new URL('templates/', import.meta.url));
const EXTENSION = '.mustache';

/**
 * Fills the templates of a folder of templates/; the names of files and folders are templates too.
 *
 * @returns the content of each file, by its path within the folder
 */
export function renderTemplates(folder: string, view: object): Map<string, string> {
  const render = (template: string) => mustache.render(template, view, undefined, { escape: String });
  const root = join(TEMPLATES, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith(EXTENSION),
  );
  return new Map(
    files
      .sort()
      .map((file) => [
        render(file.slice(0, -EXTENSION.length)),
        render(readFileSync(join(root, file), 'utf8')),
      ]),
  );
}
