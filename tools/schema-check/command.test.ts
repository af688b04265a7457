import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { copyProject, type Project, runCommand } from './fixture.ts';

const run = (project: Project, ...args: string[]) => runCommand(project, 'schema-check.ts', ...args);

/** Commits all, and gives back how to run git in the project. */
function commit({ root }: Project): (...args: string[]) => string {
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], {
      cwd: root,
      encoding: 'utf8',
    });
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'base');
  return git;
}

const removeEmail = ({ edit }: Project) =>
  edit('users.graphql', '  "Where mail goes."\n  email: String!\n', '');

describe('npm run schema:check', () => {
  test('compares with the merge base with main: what main gained since is not this branch’s change', async () => {
    using project = copyProject();
    const git = commit(project);
    git('checkout', '--quiet', '-b', 'change');
    git('checkout', '--quiet', 'main');
    project.edit('products.graphql', 'name: String!', 'name: String!\n  "In grams."\n  weight: Int');
    await runCommand(project, 'compose.ts');
    git('commit', '--quiet', '--all', '--message', 'somebody else');
    git('checkout', '--quiet', 'change');
    const { code, stdout } = await run(project);
    expect(stdout).toMatch(/^ok: no change, against the merge base with main \([0-9a-f]{7}\)\n$/);
    expect(code).toBe(0);
  });

  test('exits with 1 when the change is refused, and compares plans with those of the commit', async () => {
    using project = copyProject();
    commit(project);
    project.edit('operations/account.graphql', '    email\n', '    orderCount\n');
    removeEmail(project);
    const { code, stdout } = await run(project, '--against', 'HEAD');
    expect(stdout).toContain('PLAN_OVER_BUDGET Account');
    expect(stdout).toContain('  Account: calls 1 → 2, hops 1 → 2');
    expect(stdout).toContain('○ FIELD_REMOVED User.email');
    expect(code).toBe(1);
  });

  test('composes a supergraph.yaml to compare with', async () => {
    using project = copyProject();
    const { code, stdout } = await run(project, '--against', 'supergraph.yaml', '--format', 'json');
    expect(JSON.parse(stdout)).toEqual({
      verdict: 'ok',
      against: 'supergraph.yaml',
      findings: [],
      plans: [],
    });
    expect(code).toBe(0);
  });

  test.each([
    [['--against', 'nowhere'], '--against: nowhere is neither a file nor a commit'],
    [
      ['--against', 'users.graphql'],
      'users.graphql: is no supergraph: name one that `npm run compose` wrote',
    ],
    [[], 'there is no branch main to compare with: name a commit or a file with --against'],
    [['--format', 'xml'], '--format takes text, json, github, markdown'],
    [['--unused-for', 'ever'], '--unused-for takes a number of days'],
    [['--against', 'supergraph.graphql', '--usage', 'none.json'], 'none.json: there is no such usage file'],
    [['--loud'], "Unknown option '--loud'"],
  ])('exits with 2 and a line that helps: %s', async (args, message) => {
    using project = copyProject();
    const { code, stderr } = await run(project, ...args);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(code).toBe(2);
  });

  test('explains itself', async () => {
    using project = copyProject();
    const { code, stdout } = await run(project, '--help');
    expect(stdout).toContain('Exit codes: 0 the change may be made, 1 it is refused, 2');
    expect(code).toBe(0);
  });
});
