export type { PlaceBlock, PlaceLink, PlacePart, PlaceStat, PlaceStatement, ReadPlacePart } from './place-part.ts';
