import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { answers } from './answers.ts';
import { Kit } from './kit.tsx';
import { router } from './router.tsx';
import { firstLocale, showLocale } from './text/locale.ts';

// One language is loaded before the first paint, so that no text ever flashes in another.
await showLocale(firstLocale());
createRoot(document.getElementById('app')!).render(
  <StrictMode>
    <QueryClientProvider client={answers}>
      <Kit>
        <RouterProvider router={router} />
      </Kit>
    </QueryClientProvider>
  </StrictMode>,
);
