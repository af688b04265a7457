import type { Row } from '../rows.ts';

/** What a chart tells apart. */
export interface ChartOptions {
  readonly title: string;
  /** What one must know to read it. */
  readonly footnote: string;
  /** Whose bars stand out. */
  readonly isOurs: (subject: string) => boolean;
}

/** The columns: a metric of the rows, and how to read it. */
const COLUMNS = [
  { metric: 'CPU', heading: 'CPU of the gateway, ms a request: less is better' },
  { metric: 'rate', heading: 'requests a second: more is better' },
] as const;

const WIDTH = 960;
const LABELS = 150;
const GAP = 24;
const NUMBERS = 60;
const COLUMN = (WIDTH - LABELS - GAP * (COLUMNS.length + 1)) / COLUMNS.length;
const BAR = 14;
const LINE = 22;
const HEADER = 84;
const PANEL_HEAD = 34;

const STYLE = `
  svg { --ground: #ffffff; --ink: #1f2328; --faint: #59636e; --ours: #0b6bcb; --others: #9aa4af; --rule: #d8dee4; }
  @media (prefers-color-scheme: dark) {
    svg { --ground: #0d1117; --ink: #e6edf3; --faint: #9198a1; --ours: #58a6ff; --others: #656d76; --rule: #30363d; }
  }
  text { font: 13px system-ui, sans-serif; fill: var(--ink); }
  .title { font-size: 18px; font-weight: 600; }
  .panel { font-weight: 600; }
  .faint { fill: var(--faint); }
  .ours { fill: var(--ours); }
  .others { fill: var(--others); }
  text.ours { font-weight: 600; }
`;

/**
 * Draws the rows as bars: a panel for each workload, a line for each subject, a column for CPU and one for the rate.
 * Of a workload at several concurrencies the middle one is drawn. An SVG that suits light and dark surroundings.
 */
export function chartOf(rows: readonly Row[], { title, footnote, isOurs }: ChartOptions): string {
  const drawn = middleConcurrencies(rows);
  const panels: string[] = [];
  let y = HEADER;
  for (const [workload, cells] of Map.groupBy(drawn, (row) => row.workload)) {
    const subjects = [...new Set(cells.map(({ subject }) => subject))];
    panels.push(
      `<line x1="${GAP}" x2="${WIDTH - GAP}" y1="${y}" y2="${y}" stroke="var(--rule)"/>`,
      text(GAP, y + 23, workload, 'panel'),
    );
    y += PANEL_HEAD;
    for (const subject of subjects) {
      const kind = isOurs(subject) ? 'ours' : 'others';
      panels.push(text(GAP, y + 12, subject, kind === 'ours' ? 'ours' : ''));
      for (const [index, { metric }] of COLUMNS.entries()) {
        const values = cells.filter((cell) => cell.metric === metric);
        const value = values.find((cell) => cell.subject === subject)?.value;
        if (value !== undefined)
          panels.push(bar(index, y, value, Math.max(...values.map((v) => v.value)), kind));
      }
      y += LINE;
    }
    y += 12;
  }
  panels.push(text(GAP, y + 8, footnote, 'faint'));
  y += 30;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" role="img">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
<rect width="${WIDTH}" height="${y}" fill="var(--ground)"/>
${text(GAP, 34, title, 'title')}
${COLUMNS.map(({ heading }, index) => text(xOf(index), 66, heading, 'faint')).join('\n')}
${panels.join('\n')}
</svg>
`;
}

const xOf = (column: number) => LABELS + GAP + column * (COLUMN + GAP);

function bar(column: number, y: number, value: number, most: number, kind: string): string {
  const width = Math.max(1, ((COLUMN - NUMBERS) * value) / most);
  const x = xOf(column);
  const rect = `<rect class="${kind}" x="${x}" y="${y}" width="${width.toFixed(1)}" height="${BAR}" rx="2"/>`;
  return `${rect}\n${text(x + width + 6, y + 12, numberOf(value), '')}`;
}

const numberOf = (value: number) =>
  value.toLocaleString('en', { maximumSignificantDigits: value >= 1000 ? 4 : 3 });

const text = (x: number, y: number, content: string, style: string) =>
  `<text x="${Number(x.toFixed(1))}" y="${y}"${style && ` class="${style}"`}>${escapeXml(content)}</text>`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeXml = (content: string) =>
  content.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? '');

/** Of the workloads that are named `<name>, <n> at a time`, the one with the middle n for each name. */
function middleConcurrencies(rows: readonly Row[]): Row[] {
  const shape = /^(.*), (\d+) at a time$/;
  const found = new Map<string, Set<number>>();
  for (const { workload } of rows) {
    const [, name, concurrency] = shape.exec(workload) ?? [];
    if (name) found.set(name, (found.get(name) ?? new Set()).add(Number(concurrency)));
  }
  const drawn = new Set(
    [...found].map(([name, all]) => {
      const sorted = [...all].sort((a, b) => a - b);
      return `${name}, ${sorted[Math.floor((sorted.length - 1) / 2)]} at a time`;
    }),
  );
  return rows.filter(({ workload }) => drawn.has(workload));
}
