import { styleText } from 'node:util';
import { codeFrame } from '../../compose/place.ts';
import type { CheckReport, Finding, Level } from '../finding.ts';
import { clientText, countsOf, moveText, titleOf } from './summary.ts';

type Style = Parameters<typeof styleText>[0];

const MARKS: Readonly<Record<Level, readonly [string, Style]>> = {
  refused: ['✗', 'red'],
  warning: ['!', 'yellow'],
  allowed: ['○', 'cyan'],
  note: ['·', 'dim'],
};

/** Code frames for these; the others are one line each. */
const FRAMED = new Set<Level>(['refused', 'warning']);

/** The report for a person at a terminal. */
export function printText(report: CheckReport, colour: boolean): string {
  const paint = (style: Style, text: string) =>
    colour ? styleText(style, text, { validateStream: false }) : text;
  const { verdict, against, findings, plans } = report;
  const parts = findings.map((finding) => printFinding(finding, paint));
  if (plans.length > 0) {
    const rows = plans.map((move) => `  ${move.operation}: ${move.before ? '' : 'new, '}${moveText(move)}`);
    parts.push([paint('bold', 'query plans'), ...rows].join('\n'));
  }
  const head = verdict === 'ok' ? paint(['bold', 'green'], 'ok') : paint(['bold', 'red'], 'refused');
  return `${[...parts, `${head}: ${countsOf(report)}, against ${against}`].join('\n\n')}\n`;
}

function printFinding(finding: Finding, paint: (style: Style, text: string) => string): string {
  const { level, places, hits = [], clients = [], remedy } = finding;
  const [mark, style] = MARKS[level];
  const lines = [paint(style, `${mark} ${titleOf(finding)}`)];
  if (FRAMED.has(level)) {
    // An operation's own place is shown with its name below.
    const own = places.filter((place) => !hits.some((hit) => hit.place === place));
    for (const place of own) lines.push(indent(codeFrame(place)));
    for (const { operation, place } of hits) {
      lines.push(indent(`operation ${paint('bold', operation)}`), indent(codeFrame(place)));
    }
  }
  for (const client of clients) lines.push(indent(`client ${clientText(client)}`));
  if (remedy) lines.push(indent(remedy));
  return lines.join('\n');
}

const indent = (text: string) => text.replace(/^/gm, '  ');
