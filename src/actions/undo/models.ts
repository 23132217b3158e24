import { activeModelId } from '#storage/select/models.ts';
import { activateModel } from '../select/activateModel.ts';
import type { Reverse } from './reverse.ts';

/** The version that was active before is activated again; the published one stays, as published versions do. */
export const modelPublished: Reverse<'modelPublished'> = {
  unchanged: async (tx, { payload }) => payload.activeBefore !== null && (await activeModelId(tx)) === payload.versionId,
  reverse: (context, { payload }) => activateModel(context, payload.activeBefore!),
};

export const modelActivated: Reverse<'modelActivated'> = {
  unchanged: async (tx, { payload }) => payload.activeBefore !== null && (await activeModelId(tx)) === payload.versionId,
  reverse: (context, { payload }) => activateModel(context, payload.activeBefore!),
};
