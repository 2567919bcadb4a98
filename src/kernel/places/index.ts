export type {
  PlaceBlock,
  PlaceLink,
  PlacePart,
  PlaceStat,
  PlaceStatement,
  PlainTable,
  ReadPlacePart,
} from './place-part.ts';
