import { styleText } from 'node:util';
import { prettyFactory } from 'pino-pretty';

type Colour = Parameters<typeof styleText>[0];
const COLOURS: readonly Colour[] = [
  'cyan',
  'yellow',
  'green',
  'magenta',
  'blue',
  'cyanBright',
  'yellowBright',
];

/** One log of many programs. */
export interface SharedLog {
  /** A line that a program printed: its own JSON becomes readable text, anything else stays as it is. */
  line(program: string, text: string): void;
  /** What happened to a program. */
  note(program: string, text: string): void;
}

/** Writes each line with its program's name before it, in a colour of its own where a person looks at a terminal. */
export function createSharedLog(programs: readonly string[], stream: NodeJS.WriteStream): SharedLog {
  const width = Math.max(...programs.map((name) => name.length));
  const paint = (colour: Colour, text: string) => styleText(colour, text, { stream });
  const prefixes = new Map(
    programs.map((name, i) => [
      name,
      paint(COLOURS[i % COLOURS.length] as Colour, `${name.padEnd(width)} │`),
    ]),
  );
  const pretty = prettyFactory({
    colorize: stream.isTTY === true,
    ignore: 'pid,hostname,name',
    translateTime: 'SYS:HH:MM:ss.l',
  });
  const write = (program: string, text: string) => {
    for (const line of text.trimEnd().split('\n')) stream.write(`${prefixes.get(program)} ${line}\n`);
  };
  return {
    line: (program, text) => write(program, text.startsWith('{') ? pretty(text) : text),
    note: (program, text) => write(program, paint('bold', text)),
  };
}
