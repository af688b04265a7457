import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackagesEngine } from '../tools/services/packages-engine.ts';
import { portRangeOfEnvironment } from '../tools/services/ports.ts';
import { createProgress } from '../tools/services/progress.ts';

/** What both servers write while the suite runs, and a margin. */
const NEEDED_BYTES = 2 * 2 ** 30;

/**
 * Starts a MariaDB and a RabbitMQ that nobody else uses, on spare ports, and points the suite at them; the function
 * that it gives stops them and removes their data. Missing packages are installed; what cannot be started fails the
 * run.
 */
export async function setup(): Promise<() => Promise<void>> {
  const base = mkdtempSync(join(hasMemory('/dev/shm') ? '/dev/shm' : tmpdir(), 'tessera-services-'));
  const folder = join(base, 'services');
  const progress = createProgress(process.stderr);
  const engine = createPackagesEngine(folder);
  // A run that is broken off with Ctrl-C ends without its teardown.
  const stopAtExit = () => {
    const env = { ...process.env, DATA_DIR: base };
    spawnSync(process.execPath, ['tools/services.ts', 'down', '--purge'], { env, stdio: 'inherit' });
    rmSync(base, { recursive: true, force: true });
  };
  process.once('exit', stopAtExit);
  const stop = async () => {
    await engine.down(true, progress);
    process.off('exit', stopAtExit);
    rmSync(base, { recursive: true, force: true });
  };
  try {
    await engine.up(portRangeOfEnvironment(), progress);
    const { urls, services } = await engine.status();
    if (!urls) throw new Error(`the services do not run: ${JSON.stringify(services)}`);
    // A pipeline may name a server of its own, such as a MySQL 8; what breaks servers uses the private ones all the same.
    process.env.TEST_DATABASE_URL ||= urls.DATABASE_ADMIN_URL;
    process.env.TEST_RABBITMQ_DIR = join(folder, 'rabbitmq');
    process.env.TEST_TOPOLOGY = 'processes';
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

/** Whether a file system in memory is there and large enough: that of a container often is not. */
function hasMemory(path: string): boolean {
  if (!existsSync(path)) return false;
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize > NEEDED_BYTES;
}
