import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC_SUBGRAPHS } from '../../bench/public-graph/schemas.ts';
import { readSupergraphYaml } from '../../kit/server/supergraph-yaml.ts';
import type { GraphDefinition } from './graph.ts';

function link(...imports: string[]): string {
  const names = imports.map((each) => JSON.stringify(each)).join(', ');
  return `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [${names}])\n`;
}

/** Graphs that, together, use every federation directive and the ways that they combine. */
export const GRAPHS: readonly GraphDefinition[] = [
  { name: 'public benchmark', subgraphs: PUBLIC_SUBGRAPHS },
  tessera(),
  {
    name: 'keys',
    subgraphs: {
      catalog: `${link('@key', '@shareable')}
        type Query { books(first: Int = 3): [Book!]! book(isbn: ID!): Book shelves: [[Book]] rows: [[Book!]!]! }
        type Mutation { addBook(title: String!): Book removeBook: Boolean }
        type Book @key(fields: "isbn") @key(fields: "number publisher { name }") {
          isbn: ID! number: Int! publisher: Publisher! title: String pages(unit: Unit = SHEET): Int tags: [String!] kind: Kind!
        }
        type Publisher @shareable { name: String! }
        enum Unit { SHEET PAGE }
        enum Kind { NOVEL POEM PLAY }
      `,
      authors: `${link('@key', '@shareable')}
        type Query { author: Author authors: [Author] }
        type Mutation { addAuthor(name: String!, tags: [String!]): Author! }
        type Author @key(fields: "id") { id: ID! name: String! books: [Book] best: Book! rival: Author series: [[Book!]] }
        type Book @key(fields: "isbn") { isbn: ID! authors(first: Int): [Author!] mainAuthor: Author! }
      `,
      prices: `${link('@key', '@shareable')}
        scalar JSON
        type Query { cheapest: Book }
        type Mutation { setPrice(amount: Float!, options: PriceOptions): Price }
        input PriceOptions { currency: String = "EUR" net: Boolean tags: [String!] }
        type Book @key(fields: "number publisher { name }") {
          number: Int! publisher: Publisher! price(options: PriceOptions): Price raw: JSON list: [Float]
        }
        type Publisher @shareable { name: String! }
        type Price { amount: Float! currency: String net: Boolean! book: Book }
      `,
    },
  },
  {
    name: 'requires and provides',
    subgraphs: {
      parcels: `${link('@key', '@shareable', '@inaccessible')}
        type Query { parcels: [Parcel!] parcel: Parcel anything: [Parcel] }
        type Parcel @key(fields: "id") {
          id: ID! weight: Int heft(unit: String = "kg"): Int @inaccessible size: Size! parts: [Part!] stops: [[Part]] label: String @shareable owner: Owner @shareable
        }
        type Size @shareable { width: Int height: Int unit: Unit }
        type Unit @shareable { name: String }
        type Part @shareable { name: String! weight: Int }
        type Owner @key(fields: "id") { id: ID! level: Int @shareable }
      `,
      shipping: `${link('@key', '@external', '@requires', '@shareable', '@provides')}
        type Query { heaviest: Parcel @provides(fields: "label") late: [Parcel] @provides(fields: "label owner { level }") }
        type Parcel @key(fields: "id") {
          id: ID!
          weight: Int @external
          heft(unit: String = "kg"): Int @external
          size: Size! @external
          parts: [Part!] @external
          label: String @external
          owner: Owner @external
          cost(express: Boolean): Int @requires(fields: "heft(unit: \\"lb\\")")
          volume: Float @requires(fields: "size { width height unit { name } }")
          insured: [Part] @requires(fields: "parts { name weight } weight")
          carrier: Carrier @requires(fields: "label")
        }
        type Size @shareable { width: Int height: Int unit: Unit }
        type Unit @shareable { name: String }
        type Part @shareable { name: String! weight: Int }
        type Owner @key(fields: "id") { id: ID! level: Int @external }
        type Carrier @key(fields: "code") { code: String! name: String parcels: [Parcel] }
      `,
      owners: `${link('@key', '@external', '@requires')}
        type Owner @key(fields: "id") {
          id: ID! level: Int @external discount: Int @requires(fields: "level") name: String! friends: [Owner!] carrier: Carrier
        }
        type Carrier @key(fields: "code") { code: String! rating: Float! }
      `,
    },
  },
  {
    name: 'abstract types',
    subgraphs: {
      media: `${link('@key', '@shareable')}
        type Query { feed: [Item] node: Node nodes: [Node!] favourite: Item! titled: [Titled] }
        interface Node { id: ID! }
        interface Titled { title: String }
        union Item = Film | Song | Note
        type Film implements Node & Titled @key(fields: "id") { id: ID! title: String length: Int! cast: [Person] sequel: Film }
        type Song implements Node & Titled @key(fields: "id") { id: ID! title: String singer: Person bpm: Float }
        type Note { text: String! about: Item mark: Int }
        type Person implements Node @key(fields: "id") { id: ID! }
      `,
      people: `${link('@key')}
        type Query { people: [Person!]! being: Being }
        interface Being { name: String! friends: [Being] }
        type Person implements Being @key(fields: "id") { id: ID! name: String! friends: [Being] watched: [Film] pet: Robot }
        type Robot implements Being @key(fields: "serial") { serial: Int! name: String! friends: [Being] maker: Person }
        type Film @key(fields: "id") { id: ID! fans: [Being!] }
      `,
      charts: `${link('@key')}
        type Query { charts: [Chart!] }
        union Chart = Film | Song
        type Film @key(fields: "id") { id: ID! rank: Int rating(scale: Int = 5): Float }
        type Song @key(fields: "id") { id: ID! rank: Int weeks: [Int!] }
        type Robot @key(fields: "serial") { serial: Int! likes: [Chart] }
      `,
    },
  },
  {
    name: 'interface objects',
    // For deeper operations the reference's planner takes minutes and gigabytes.
    limits: { size: 10, depth: 3 },
    subgraphs: {
      library: `${link('@key')}
        type Query { media: [Media!] medium: Media lent: [Media] book: Book }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int next: Media }
        type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
        type Disc implements Media @key(fields: "id") { id: ID! title: String tracks: [String] }
      `,
      reviews: `${link('@key', '@interfaceObject')}
        type Query { topMedia: [Media] newest: Review }
        type Media @interfaceObject @key(fields: "id") { id: ID! reviews: [Review!] score: Float similar: [Media] }
        type Review @key(fields: "id") { id: ID! text: String media: Media }
      `,
    },
  },
  {
    name: 'interface objects that require',
    limits: { size: 12, depth: 4 },
    subgraphs: {
      library: `${link('@key')}
        type Query { media: [Media!] medium: Media }
        interface Media @key(fields: "id") { id: ID! title: String }
        type Book implements Media @key(fields: "id") { id: ID! title: String pages: Int }
        type Film implements Media @key(fields: "id") { id: ID! title: String minutes: Int }
      `,
      lending: `${link('@key', '@interfaceObject', '@external', '@requires')}
        type Media @interfaceObject @key(fields: "id") {
          id: ID! title: String @external lentTo: [Reader] sign: String @requires(fields: "title")
        }
        type Reader @key(fields: "id") { id: ID! name: String! reading: Media }
        type Query { readers: [Reader] }
      `,
    },
  },
  {
    name: 'override and shareable',
    subgraphs: {
      old: `${link('@key', '@shareable', '@tag')}
        type Query { items: [Item] item: Item ping: String @shareable settings: Settings @shareable }
        type Item @key(fields: "id") { id: ID! name: String @tag(name: "public") stock: Int parent: Item }
        type Settings @shareable { theme: String limits: Limits }
        type Limits @shareable { low: Int high: Int }
      `,
      new: `${link('@key', '@shareable', '@override')}
        type Query { latest: [Item] ping: String @shareable settings: Settings @shareable self: Query again: [Query!] }
        type Item @key(fields: "id") { id: ID! stock: Int @override(from: "old") color: String children(first: Int!): [Item!] }
        type Settings @shareable { theme: String limits: Limits }
        type Limits @shareable { low: Int high: Int }
      `,
      gradual: `${link('@key', '@override')}
        type Item @key(fields: "id") { id: ID! name: String @override(from: "old", label: "percent(50)") size: Int }
        type Query { biggest: Item }
      `,
    },
  },
  {
    name: 'inaccessible',
    hides: true,
    subgraphs: {
      front: `${link('@key', '@inaccessible', '@shareable')}
        type Query { status: Status! statuses: [Status] shapes: [Shape] shape: Shape! thing: Thing items: [Item!]! }
        enum Status { ON OFF HIDDEN @inaccessible }
        interface Shape { area: Float }
        type Square implements Shape { area: Float side: Int item: Item! }
        type Blob implements Shape @inaccessible { area: Float }
        union Thing = Square | Item | Secret
        type Secret @inaccessible { word: String @shareable }
        type Item @key(fields: "id") { id: ID! @inaccessible name: String secret: Secret @inaccessible }
      `,
      back: `${link('@key', '@external', '@requires', '@inaccessible', '@shareable')}
        type Item @key(fields: "id") {
          id: ID! secret: Secret @external code: Int @requires(fields: "secret { word }") next: Item status: Status
        }
        type Secret @inaccessible { word: String @shareable }
        enum Status { ON OFF HIDDEN @inaccessible }
      `,
    },
  },
  {
    name: 'value types in pieces',
    subgraphs: {
      one: `${link('@key', '@shareable')}
        type Query { places: [Place] place: Place! trip: Trip @shareable }
        type Place @key(fields: "id") { id: ID! address: Address about: Info @shareable }
        type Address @shareable { street: String city: City }
        type City @key(fields: "code") { code: String! mayor: String }
        type Info @shareable { lang: String detail: Detail }
        type Detail @shareable { text: String }
        type Trip @shareable { days: Int }
      `,
      two: `${link('@key', '@shareable')}
        type Query { visited: [Place] trip: Trip @shareable }
        type Place @key(fields: "id") { id: ID! about: Info @shareable nearby: [Place] history: [Visit!]! }
        type Info { lang: String @shareable detail: Detail @shareable mood: Int }
        type Detail { text: String @shareable size: Int }
        type Visit { at: String! place: Place guide: Guide }
        type Guide @key(fields: "id", resolvable: false) { id: ID! }
        type Trip @shareable { days: Int }
      `,
      three: `${link('@key')}
        type Query { guides: [Guide!] }
        type Guide @key(fields: "id") { id: ID! name: String! city: City home: Place }
        type City @key(fields: "code") { code: String! people: Int guides(limit: Int): [Guide] }
        type Place @key(fields: "id") { id: ID! rating: Float! }
      `,
    },
  },
  {
    name: 'conflicting shapes',
    limits: { size: 24, depth: 4 },
    operations: [
      '{ any { ... on Wall { id hue mark maker { id name } } ... on Door { id hue mark maker { id name } } } }',
      `{ stuff { ... on Wall { tone grade spots maker { name } } ... on Door { tone grade spots maker { id } }
         ... on Sign { tone spots grade text } } pairs { ... on Sign { grade } ... on Door { grade wall { hue } } } }`,
    ],
    subgraphs: {
      paint: `${link('@key', '@shareable')}
        type Query { stuff: [Stuff!] piece: Stuff pairs: [[Stuff]] }
        union Stuff = Wall | Door | Sign
        type Wall @key(fields: "id") {
          id: ID! tone: String! @shareable grade: Int! @shareable spots: [Int!]! @shareable
          hue: String! @shareable mark: Int! @shareable maker: Maker! @shareable
        }
        type Door @key(fields: "id") { id: ID! tone: String grade: Int spots: [Int] hue: String mark: Int maker: Maker }
        type Sign @key(fields: "id") { id: ID! tone: String! @shareable grade: Int! @shareable spots: [Int!]! @shareable text: String }
        type Maker @key(fields: "id") { id: ID! }
      `,
      build: `${link('@key', '@shareable')}
        type Query { any: [Any] one: Any }
        union Any = Wall | Door
        type Wall @key(fields: "id") { id: ID! tone: String @shareable grade: Int @shareable spots: [Int] @shareable doors: [Door] }
        type Sign @key(fields: "id") { id: ID! tone: String @shareable grade: Int @shareable spots: [Int] @shareable near: Wall }
        type Door @key(fields: "id") { id: ID! wall: Wall beside: [Any!] }
        type Maker @key(fields: "id") { id: ID! name: String! works: [Any!] }
      `,
      spare: `${link('@key', '@shareable')}
        type Wall @key(fields: "id") { id: ID! hue: String @shareable mark: Int @shareable maker: Maker @shareable }
        type Maker @key(fields: "id") { id: ID! }
      `,
    },
  },
];

/** The graph of this repository, with every document that a client of ours sends. */
function tessera(): GraphDefinition {
  const { subgraphs } = readSupergraphYaml('supergraph.yaml');
  // Each domain has error codes of its own. The generated world does not know which one gives a `userErrors`: it needs
  // a code that all of them have.
  const schemas = subgraphs.map(({ name, schemaFile }) => {
    const sdl = readFileSync(schemaFile, 'utf8').replace(/^enum UserErrorCode \{/m, '$& KNOWN_TO_ALL');
    return [name, sdl] as const;
  });
  const documents = globSync('**/*.graphql', { cwd: 'operations' }).sort();
  return {
    name: 'tessera',
    subgraphs: Object.fromEntries(schemas),
    operations: documents.map((file) => readFileSync(join('operations', file), 'utf8')),
    asksAll: true,
  };
}
