/** Tells a person what goes on, on standard error. */
export interface Progress {
  note(line: string): void;
  /** Shows that something takes time, with the seconds on a terminal, until it ends. */
  during<T>(what: string, work: Promise<T>): Promise<T>;
}

export function createProgress(stream: NodeJS.WriteStream): Progress {
  const note = (line: string): void => {
    stream.write(`${line}\n`);
  };
  return {
    note,
    during: async (what, work) => {
      const began = Date.now();
      const seconds = (): string => `${((Date.now() - began) / 1000).toFixed(1)} s`;
      if (!stream.isTTY) note(`${what} …`);
      const tick = (): boolean => stream.write(`\r${what} … ${seconds()}`);
      const ticker = stream.isTTY ? setInterval(tick, 200) : undefined;
      const clear = stream.isTTY ? '\r\u001b[K' : '';
      try {
        const result = await work;
        stream.write(`${clear}${what}: done in ${seconds()}\n`);
        return result;
      } catch (error) {
        stream.write(`${clear}${what}: failed after ${seconds()}\n`);
        throw error;
      } finally {
        clearInterval(ticker);
      }
    },
  };
}
