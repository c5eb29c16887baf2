import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parameters, properties } from '../../src/embed/parameters';
import { parameterNames } from '../../src/view/address';

it('an element takes over every custom property of the page, and no other', () => {
  const tokens = readFileSync('src/ui/tokens.css', 'utf8').matchAll(/^\s*--dl-([\w-]+):/gm);
  const names = new Set([...tokens].map((match) => match[1]!));
  expect([...properties].sort()).toEqual([...names].sort());
});

it('an element has an attribute for every parameter of the page', () => {
  expect(['story', ...parameters].sort()).toEqual([...parameterNames].sort());
});
