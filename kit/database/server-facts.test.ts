import { describe, expect, it } from 'vitest';
import { refuseServer } from './server-facts.ts';

const facts = (version: string, collation = 'utf8mb4_bin') => ({ version, name: 'orders', collation });

describe('a server', () => {
  it.each(['8.0.16', '8.4.3', '9.1.0-commercial', '10.11.6-MariaDB-0+deb12u1', '11.4.2-MariaDB-log'])(
    'of version %s will do',
    (version) => {
      expect(refuseServer(facts(version))).toBeNull();
    },
  );

  it.each(['5.7.44-log', '8.0.15', '10.6.16-MariaDB', '10.10.2-MariaDB-1:10.10.2+maria~ubu2204'])(
    'of version %s is too old',
    (version) => {
      expect(refuseServer(facts(version))).toMatch(/use MySQL 8\.0\.16 or MariaDB 10\.11 or newer$/);
    },
  );

  it('whose database folds case is refused, with the statement that mends it', () => {
    expect(refuseServer(facts('8.4.3', 'utf8mb4_0900_ai_ci'))).toContain(
      'ALTER DATABASE `orders` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin',
    );
  });
});
