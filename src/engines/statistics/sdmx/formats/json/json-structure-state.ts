import type { Codelist } from '../../../model/structure.ts';
import { urn } from '../urn.ts';
import type { ReadySet, WriteContext } from '../writer.ts';
import { usageOf } from '../xml/data-header.ts';
import { ComponentValues, named } from './component-values.ts';

/** Describes a flow's components and the values that an answer used; filled while its data sets are written. */
export class JsonStructure {
  /** Numbers of the data sets that this structure describes. */
  readonly sets: number[] = [];
  readonly #edition: 1 | 2;
  readonly #ready: ReadySet;
  readonly #context: WriteContext;
  readonly #values: ReadonlyMap<string, ComponentValues>;

  constructor(edition: 1 | 2, ready: ReadySet, context: WriteContext) {
    this.#edition = edition;
    this.#ready = ready;
    this.#context = context;
    const { structure } = ready.set.flow;
    const components: readonly { readonly id: string; readonly codelist?: Codelist }[] = [
      ...structure.dimensions,
      { id: 'TIME_PERIOD' },
      ...structure.attributes,
    ];
    this.#values = new Map(components.map(({ id, codelist }) => [id, new ComponentValues(id, codelist)]));
  }

  values(id: string): ComponentValues {
    const found = this.#values.get(id);
    if (found === undefined) throw new Error(`no component ${id}`);
    return found;
  }

  /** The opening of a data set, without its data. `index` is the place of this structure in the message. */
  head({ set }: ReadySet, index: number): string {
    const facts = {
      ...(this.#edition === 2 ? { structure: index } : {}),
      action: set.action,
      ...(set.validFrom === undefined ? {} : { validFrom: set.validFrom.toISOString() }),
      ...(set.validTo === undefined ? {} : { validTo: set.validTo.toISOString() }),
      links: this.#links(),
    };
    return JSON.stringify(facts).slice(0, -1);
  }

  #links(): readonly object[] {
    const usage = usageOf(this.#ready.set);
    return [{ urn: urn(this.#edition === 1 ? '2.1' : '3.0', usage), rel: usage.kind }];
  }

  toJson(): object {
    const { set, layout } = this.#ready;
    const { structure, name, description } = set.flow;
    const language = this.#context.language;
    const keys = [
      ...structure.dimensions.map(({ id, name: own }) => ({ id, own, roles: undefined })),
      { id: 'TIME_PERIOD', own: { en: 'Time period', fr: 'Période', es: 'Período' }, roles: ['TIME_PERIOD'] },
    ].map(({ id, own, roles }, keyPosition) => ({
      id,
      ...named(own, language),
      keyPosition,
      ...(roles === undefined ? {} : { roles }),
      values: this.values(id).list(this.#edition, language),
    }));
    const shown = layout.keysOnly ? keys.slice(0, -1) : keys;
    const flat = layout.atObservation === 'AllDimensions' && !layout.keysOnly;
    const atObservation = shown.filter(({ id }) => flat || (!layout.keysOnly && id === layout.atObservation));
    const parts = {
      links: this.#links(),
      ...named(name, language),
      ...(description === undefined ? {} : { description: named(description, language).name }),
      dimensions: {
        dataSet: [],
        series: shown.filter((one) => !atObservation.includes(one)),
        observation: atObservation,
      },
    };
    if (this.#edition === 1) {
      return { ...parts, attributes: { dataSet: [], series: [], observation: this.#attributes() } };
    }
    const measures = layout.values
      ? [
          {
            id: 'OBS_VALUE',
            ...named({ en: 'Observation value', fr: 'Valeur d’observation', es: 'Valor de observación' }, language),
          },
        ]
      : [];
    return {
      dataSets: this.sets,
      ...parts,
      measures: { observation: measures },
      attributes: { dataSet: [], dimensionGroup: [], series: [], observation: this.#attributes() },
    };
  }

  #attributes(): readonly object[] {
    const language = this.#context.language;
    return this.#ready.layout.attributes.map(({ id, name, required, codelist }) => {
      const values = this.values(id).list(this.#edition, language);
      const whole = { id, ...named(name, language) };
      if (this.#edition === 1) return { ...whole, relationship: { primaryMeasure: 'OBS_VALUE' }, values };
      return {
        ...whole,
        isMandatory: required,
        relationship: { observation: {} },
        ...(codelist === undefined ? { format: { dataType: 'String' } } : {}),
        ...(values.length === 0 ? {} : { values }),
      };
    });
  }
}
