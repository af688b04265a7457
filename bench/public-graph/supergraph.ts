import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { PUBLIC_SUBGRAPHS } from './schemas.ts';

/** The public benchmark's subgraphs, composed. */
export function publicSupergraph(): string {
  const services = Object.entries(PUBLIC_SUBGRAPHS).map(([name, sdl]) => ({
    name,
    typeDefs: parse(sdl),
    url: `http://127.0.0.1/${name}`,
  }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new Error(String(errors));
  return supergraphSdl;
}
