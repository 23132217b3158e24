import { describe, expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { openApi } from '#api/openapi.ts';

const document = openApi({ version: '1.2.3', cookieName: 'session', publicUrl: null }) as any;
const text = JSON.stringify(document);
const METHODS = ['get', 'put', 'post', 'delete', 'patch'];
const operations = Object.entries<any>(document.paths).flatMap(([path, item]) => Object.entries<any>(item).map(([method, operation]) => ({ path, method, operation })));

test('it is OpenAPI 3.1 with what the standard asks for', () => {
  expect(document.openapi).toMatch(/^3\.1\.\d$/);
  expect(document.info).toMatchObject({ title: expect.any(String), version: '1.2.3' });
  expect(Object.keys(document).filter((key) => !['openapi', 'info', 'jsonSchemaDialect', 'servers', 'paths', 'webhooks', 'components', 'security', 'tags', 'externalDocs'].includes(key))).toEqual([]);
  for (const { path, method, operation } of operations) {
    expect(path).toMatch(/^\//);
    expect(METHODS).toContain(method);
    expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
    for (const response of Object.values<any>(operation.responses)) expect('$ref' in response || typeof response.description === 'string').toBe(true);
    for (const parameter of operation.parameters ?? []) {
      expect(parameter).toMatchObject({ name: expect.any(String), in: expect.stringMatching(/^(path|query)$/), schema: expect.any(Object) });
      if (parameter.in === 'path') expect(parameter.required).toBe(true);
    }
    expect((operation.parameters ?? []).filter((parameter: any) => parameter.in === 'path').map((parameter: any) => `{${parameter.name}}`)).toEqual(path.match(/\{\w+\}/g) ?? []);
  }
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][A-Za-z]+$/);
});

test('every reference leads somewhere, and nothing is defined in vain', () => {
  const refs = [...new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]!))];
  expect(refs.length).toBeGreaterThan(40);
  const target = (ref: string) => ref.replace('#/', '').split('/').reduce<any>((at, key) => at?.[key], document);
  expect(refs.filter((ref) => typeof target(ref) !== 'object')).toEqual([]);
  expect(Object.keys(document.components.schemas).filter((name) => !refs.includes(`#/components/schemas/${name}`))).toEqual([]);
});

describe('every endpoint of the contract', () => {
  test.each(Object.entries<Endpoint>(endpoints))('%s', (name, endpoint) => {
    const [method, path] = name.split(' ') as [string, string];
    const operation = document.paths[path][method.toLowerCase()];
    expect(operation.summary).toBe(endpoint.summary);
    const [media] = Object.keys(operation.responses[200].content);
    expect(media).toBe(endpoint.response ? 'application/json' : endpoint.produces);
    expect('requestBody' in operation).toBe(endpoint.body !== undefined || endpoint.upload === true);
    expect(operation.security).toEqual(endpoint.access === 'public' ? [] : undefined);
    expect('401' in operation.responses).toBe(endpoint.access !== 'public');
  });
});

test('what is sent may leave out what has a default, what is answered may not', () => {
  const { ImportPlan, ImportPlanInput } = document.components.schemas;
  expect(ImportPlan.required).toContain('faulty');
  expect(ImportPlanInput.required).not.toContain('faulty');
});
