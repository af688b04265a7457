import type { ServicesStatus, ServiceUrls } from './engine.ts';

/** Shell code that sets the URLs; single quotes keep the braces of `{subgraph}` as they are. */
export function exportLines(urls: ServiceUrls): string {
  return Object.entries(urls)
    .map(([name, value]) => `export ${name}='${value}'\n`)
    .join('');
}

/** What a person wants to know, a line for each service. */
export function statusLines({ engine, services, urls }: ServicesStatus): string {
  const lines = services.map(({ name, running, healthy, version, port, pid, since, log, problem }) => {
    const state = healthy ? 'healthy' : running ? 'running, but does not answer' : 'not running';
    const facts = [
      version,
      port === undefined ? undefined : `127.0.0.1:${port}`,
      pid === undefined ? undefined : `pid ${pid}`,
      since === undefined ? undefined : `since ${since}`,
      log === undefined ? undefined : `log ${log}`,
      problem,
    ];
    return [name.padEnd(9), [state, ...facts.filter((fact) => fact !== undefined)].join(' · ')].join('');
  });
  if (urls) lines.push(`by ${engine}; settings: npm run -s services -- env`);
  return `${lines.join('\n')}\n`;
}
