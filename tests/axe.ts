// axe on a page, asked for what it finds wrong and nothing else: a third of the time of asking for all that is right, too.
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** To be narrowed by `include` and `exclude`, and run by `analyze`. It looks into no frame of another origin. */
export const prepareAxe = (page: Page): AxeBuilder =>
  new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
