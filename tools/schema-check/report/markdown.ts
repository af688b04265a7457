import type { PlanNumbers } from '../../plan/measure.ts';
import type { CheckReport, Finding, Level, PlanMove } from '../finding.ts';
import { clientText, countsOf } from './summary.ts';

const TITLES: readonly (readonly [Level, string])[] = [
  ['refused', 'Refused'],
  ['warning', 'Worth a look'],
  ['allowed', 'Allowed'],
  ['note', 'For the record'],
];

/** The report as a comment on a pull request. */
export function printMarkdown(report: CheckReport): string {
  const parts = [
    `## Schema check: ${report.verdict === 'ok' ? '✅ ok' : '❌ refused'}`,
    `${countsOf(report)}, against ${report.against}`,
  ];
  for (const [level, title] of TITLES) {
    const findings = report.findings.filter((finding) => finding.level === level);
    if (findings.length === 0) continue;
    const rows = findings.map(row).join('\n');
    const folded = level === 'note' ? `<details><summary>${title}</summary>\n\n${rows}\n\n</details>` : rows;
    parts.push(level === 'note' ? folded : `### ${title}\n\n${rows}`);
  }
  if (report.plans.length > 0) {
    const head = '| operation | calls | hops | cost |\n|---|---:|---:|---:|';
    parts.push(`### Query plans\n\n${[head, ...report.plans.map(planRow)].join('\n')}`);
  }
  return `${parts.join('\n\n')}\n`;
}

function row({ rule, at, message, places, hits = [], clients = [], remedy }: Finding): string {
  const lines = [`- **${rule}** \`${at}\`: ${escapeText(message)}`];
  const where = places.map(({ file, line }) => `\`${file}:${line}\``);
  if (where.length > 0) lines.push(`  - at ${where.join(', ')}`);
  for (const { operation, place } of hits)
    lines.push(`  - hits **${operation}** at \`${place.file}:${place.line}\``);
  for (const client of clients) lines.push(`  - ${escapeText(clientText(client))}`);
  if (remedy) lines.push(`  - ${remedy}`);
  return lines.join('\n');
}

const planRow = ({ operation, before, after }: PlanMove): string => {
  const cell = (name: keyof PlanNumbers) => {
    const now = after[name].toLocaleString('en');
    if (!before) return `${now} (new)`;
    return before[name] === after[name] ? now : `${before[name].toLocaleString('en')} → **${now}**`;
  };
  return `| ${operation} | ${cell('calls')} | ${cell('hops')} | ${cell('cost')} |`;
};

/** Text from schemas and clients is shown as it is. */
const escapeText = (text: string) => text.replace(/[<>*_`|]/g, '\\$&').replace(/\s+/g, ' ');
