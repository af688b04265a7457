import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * The shell commands of a chapter of docs/running.md, a text for each indented block.
 *
 * @param title the chapter's heading, without its marks
 */
export function commandsOf(title: string): string[] {
  const [, chapter = ''] = readFileSync('docs/running.md', 'utf8').split(`\n### ${title}\n`);
  const text = chapter.split(/\n##/)[0] ?? '';
  return [...text.matchAll(/(?:^ {4}.*\n)+/gm)].map(([block]) => block.replace(/^ {4}/gm, ''));
}

/** Runs commands as a person would who stands in this folder. */
export function shell(commands: string, cwd: string, env: Record<string, string> = {}): string {
  return execFileSync('sh', ['-euc', commands], { cwd, env: { ...process.env, ...env }, encoding: 'utf8' });
}
