import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addAccount, removeAccount } from './mysql-account.ts';

const SQL = readFileSync('sql/mysql-init.sql', 'utf8');

describe('a domain’s account on MySQL', () => {
  it('is added once, in the form of the others', () => {
    const added = addAccount(SQL, 'keepsakes');
    expect(added).toContain("GRANT ALL PRIVILEGES ON keepsakes.* TO 'keepsakes'@'%';");
    expect(addAccount(added, 'keepsakes')).toBe(added);
    expect(addAccount(SQL, 'orders')).toBe(SQL);
  });

  it('quotes a name that would be a subtraction', () => {
    expect(addAccount('', 'sea-shanties')).toContain('CREATE DATABASE IF NOT EXISTS `sea-shanties` ');
  });

  it.each(['keepsakes', 'sea-shanties'])('goes without a trace: %s', (name) => {
    expect(removeAccount(addAccount(SQL, name), name)).toBe(SQL);
  });
});
