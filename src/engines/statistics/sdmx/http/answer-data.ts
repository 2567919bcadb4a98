import { Problem } from '#kernel/errors/problem.ts';
import { say } from '#kernel/i18n/say.ts';
import { dataOffers } from '../formats/offers.ts';
import type { ReadySet } from '../formats/writer.ts';
import { chooseFlows } from '../data/choose-flows.ts';
import { dataSetsOf } from '../data/data-set.ts';
import { layoutOf } from '../data/layout.ts';
import { readyOrRefuse } from '../data/ready.ts';
import { scan } from '../data/scan.ts';
import { narrowVocabulary } from '../data/vocabulary.ts';
import { single } from '../query/address.ts';
import type { DataQuery } from '../query/ast.ts';
import { parseData1, parseData2 } from '../query/parse-data.ts';
import { noResults } from '../query/refuse.ts';
import { entityTag } from './conditional.ts';
import { negotiate } from './negotiate.ts';
import type { SdmxRequest } from './request.ts';
import { respond } from './respond.ts';
import type { Service } from './service.ts';

/** Answers a data query of either API family. */
export async function answerData(service: Service, request: SdmxRequest): Promise<Response> {
  const query = request.api === 1 ? parseData1(request.address) : parseData2(request.address);
  const labels = single(request.address, 'labels');
  const choice = negotiate(dataOffers[request.api], accepted(request), single(request.address, 'format'), labels);
  const registry = await service.registry(request.actor);
  const flows = await chooseFlows(registry, service.store, request.actor, query);
  const lists = [];
  for (const flow of flows) lists.push(await dataSetsOf(service.store, request.actor, flow, query));
  const sets = lists.flat();
  if (sets.length === 0) throw noResults();
  if (choice.offer.timeSeriesOnly === true && (query.dimensionAtObservation ?? 'TIME_PERIOD') !== 'TIME_PERIOD') {
    throw new Problem(
      'not-acceptable',
      say('This format holds time series only. Leave dimensionAtObservation out, or ask for another format.'),
    );
  }
  if (choice.offer.oneStructure === true && new Set(sets.map(({ flow }) => flow)).size > 1) {
    throw new Problem(
      'not-acceptable',
      say('This format holds the data of one dataflow. Name one, or ask for another format.'),
    );
  }
  const modified = new Date(Math.max(...sets.map(({ release }) => release.releasedAt.getTime())));
  const ready = sets.map((set): ReadySet => {
    const asked = layoutOf(set.flow.structure, query);
    // A table has no series, whatever the client would like to see at the observation.
    const layout = choice.offer.family === 'csv' ? { ...asked, atObservation: 'AllDimensions' } : asked;
    return {
      set,
      layout,
      open: () => {
        const known = service.vocabularies.known(set.release);
        const vocabulary = known === undefined ? undefined : narrowVocabulary(known, set.flow.structure, query.keys);
        return scan(service.store, set, query, layout, vocabulary);
      },
    };
  });
  return respond(request, {
    contentType: choice.contentType,
    tag: entityTag([
      request.asked,
      choice.contentType,
      request.language,
      ...sets.map(({ release }) => release.sha256),
      ...sets.map(({ relation }) => relation),
    ]),
    modified,
    languages: choice.offer.family === 'json' || choice.options.labels !== 'id' ? [request.language] : [],
    ...(choice.offer.family === 'csv' || single(request.address, 'saveAs') !== undefined
      ? { fileName: fileName(request, sets[0]?.flow.id ?? 'data', choice.offer.family) }
      : {}),
    body: async () => {
      if (isWide(query)) for (const set of sets) await service.vocabularies.of(set.release);
      const writer = choice.offer.writer(choice.options);
      return writer(await readyOrRefuse(ready), {
        head: service.head(),
        language: request.language,
        serviceUrl: service.url,
      });
    },
  });
}

/** A query that names no values in its key may return much, so the faster way of reading pays. */
function isWide(query: DataQuery): boolean {
  return query.keys.every((key) => key.filter((values) => values.length > 0).length < 2);
}

function accepted(request: SdmxRequest): string | undefined {
  return request.headers.get('accept') ?? undefined;
}

function fileName(request: SdmxRequest, flow: string, family: string): string {
  const given = single(request.address, 'saveAs')?.replaceAll(/[^\w.-]/g, '_');
  return given ?? `${flow}.${family}`;
}
