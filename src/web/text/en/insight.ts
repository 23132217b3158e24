export const insight = {
  partsLabel: 'Parts of insight',
  parts: { canvas: 'Full view', strategy: 'Strategy', needs: 'Needs and capabilities', opportunities: 'Opportunity points', sand: 'Sand table', positions: 'Key positions' },
};
