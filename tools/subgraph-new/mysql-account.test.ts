import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addAccount, removeAccount } from './mysql-account.ts';

const SQL = readFileSync('sql/mysql-init.sql', 'utf8');

describe('a domain’s account on MySQL', () => {
  it('is added once, in the form of the others', () => {
    const added = addAccount(SQL, 'reviews');
    expect(added).toContain("GRANT ALL PRIVILEGES ON reviews.* TO 'reviews'@'%';");
    expect(addAccount(added, 'reviews')).toBe(added);
    expect(addAccount(SQL, 'orders')).toBe(SQL);
  });

  it('quotes a name that would be a subtraction', () => {
    expect(addAccount('', 'gift-cards')).toContain('CREATE DATABASE IF NOT EXISTS `gift-cards` ');
  });

  it.each(['reviews', 'gift-cards'])('goes without a trace: %s', (name) => {
    expect(removeAccount(addAccount(SQL, name), name)).toBe(SQL);
  });
});
