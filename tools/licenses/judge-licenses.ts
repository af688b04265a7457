import satisfies from 'spdx-satisfies';
import { ALLOWED, EXCEPTIONS } from './policy.ts';

/** A package-lock.json (lockfileVersion 3), as far as it matters here. */
export interface Lockfile {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** What is to be said of the licences of a project's production dependencies. */
export interface LicenseReport {
  /** How many packages have each licence. */
  readonly counts: ReadonlyMap<string, number>;
  /** A line for each package that may not be used. */
  readonly faults: readonly string[];
}

/** Judges the packages that a production install puts on a machine, optional ones included. */
export function judgeLicenses({ packages }: Lockfile): LicenseReport {
  const counts = new Map<string, number>();
  const faults: string[] = [];
  for (const [path, { version, license = 'none', dev, link }] of Object.entries(packages)) {
    if (path === '' || dev || link) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    counts.set(license, (counts.get(license) ?? 0) + 1);
    if (EXCEPTIONS[name]?.license !== license && !isAllowed(license))
      faults.push(`${name} ${version}: ${license}`);
  }
  return { counts, faults };
}

/** Whether an SPDX expression can be met by allowed licences alone; what is no expression cannot. */
function isAllowed(license: string): boolean {
  try {
    return satisfies(license, [...ALLOWED]);
  } catch {
    return false;
  }
}
