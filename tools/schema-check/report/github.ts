import type { CheckReport, Finding, Level } from '../finding.ts';
import { clientText, countsOf, moveText, titleOf } from './summary.ts';

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
const COMMANDS: Readonly<Record<Level, string>> = {
  refused: 'error',
  warning: 'warning',
  allowed: 'notice',
  note: 'notice',
};

/** The report as annotations of a GitHub workflow: one for each place, and one for the whole. */
export function printGithub(report: CheckReport): string {
  const lines = report.findings.filter(({ level }) => level !== 'note').flatMap(annotations);
  const plans = report.plans
    .filter(({ before }) => before)
    .map((move) =>
      command('notice', { file: move.file, title: 'Query plan' }, `${move.operation}: ${moveText(move)}`),
    );
  const verdict = command(
    report.verdict === 'ok' ? 'notice' : 'error',
    { title: 'Schema check' },
    `${report.verdict}: ${countsOf(report)}, against ${report.against}`,
  );
  return `${[...lines, ...plans, verdict].join('\n')}\n`;
}

function annotations(finding: Finding): string[] {
  const { level, rule, places, hits = [], clients = [], remedy = '' } = finding;
  const text = [titleOf(finding), ...clients.map(clientText), remedy].filter(Boolean).join('\n');
  const own = places.map(({ file, line, column }) =>
    command(COMMANDS[level], { file, line, col: column, title: rule }, text),
  );
  const hit = hits
    .filter(({ place }) => !places.includes(place))
    .map(({ operation, place: { file, line, column } }) =>
      command(
        COMMANDS[level],
        { file, line, col: column, title: rule },
        `hits operation ${operation}\n${text}`,
      ),
    );
  return own.length + hit.length > 0 ? [...own, ...hit] : [command(COMMANDS[level], { title: rule }, text)];
}

const command = (
  name: string,
  properties: Readonly<Record<string, string | number>>,
  text: string,
): string => {
  const given = Object.entries(properties).map(
    ([key, value]) => `${key}=${escapeText(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C')}`,
  );
  return `::${name} ${given.join(',')}::${escapeText(text)}`;
};

const escapeText = (text: string) =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
