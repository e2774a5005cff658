// What the figures of the article measured, one for each lesson: sentence, data, threshold and what
// came out on both sets of seeds, in both languages. web/pack puts them here from examples/article.

export const CLAIMS = /*CLAIMS*/ [];
