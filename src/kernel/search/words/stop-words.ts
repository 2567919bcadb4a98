const lists = {
  en: 'a an and are as at be by for from has have how in into is it its of on or that the their this to was were what when where which who whom why will with does do',
  fr: 'a au aux avec ce ces cet cette dans de des du elle en est et il ils la le les leur leurs mais ne ou par pas pour que quel quelle quelles quels qui sa se ses son sont sur un une y quoi comment',
  es: 'a al ante como con cual cuales de del desde donde el ella en entre es esta este la las lo los no o para pero por que quien se sin son su sus un una y',
  ru: 'а без бы в во для до за и из или к как какие какой ко на не о об от по при с со что это чем кто где у же ли их его ее',
  ar: 'في من الى على عن مع هذا هذه التي الذي ما هي هو كيف او ان كان ذلك تلك بين كل لا هل اين',
  zh: '的 了 和 与 及 在 是 有 被 对 为 之 或 等 于 以 由 什么 如何 哪些 怎么 怎样',
};

/** Folded words that carry no meaning of their own; a query asks for them only in a phrase, or when it has no others. */
export const stopWords: ReadonlySet<string> = new Set(Object.values(lists).flatMap((words) => words.split(' ')));
