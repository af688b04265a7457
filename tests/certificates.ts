import { execFileSync } from 'node:child_process';

/** Makes an authority (`authority.pem`), and of it a server's certificate and key for a host name (`server.pem`, `.key`). */
export function makeCertificates(path: string, host: string): void {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: path, stdio: 'pipe' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  openssl(
    'req',
    '-x509',
    ...key,
    '-subj',
    '/CN=Authority',
    '-keyout',
    'authority.key',
    '-out',
    'authority.pem',
  );
  const signed = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-addext', `subjectAltName=DNS:${host}`];
  openssl(
    'req',
    '-x509',
    ...key,
    ...signed,
    '-subj',
    '/CN=server',
    '-keyout',
    'server.key',
    '-out',
    'server.pem',
  );
}
