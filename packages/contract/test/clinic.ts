/** The contract of the backend in `backend.ts`. */
export const CLINIC = `openapi: 3.1.0
info: { title: Clinic, version: '1' }
servers: [{ url: https://clinic.example/v1 }]
security: [{ bearer: [] }]
paths:
  /health:
    get:
      security: []
      responses:
        '200':
          description: healthy
          content: { application/json: { schema: { type: object, required: [status], properties: { status: { enum: [healthy, degraded] } } } } }
  /patients:
    get:
      parameters:
        - { name: page, in: query, schema: { type: integer } }
      responses:
        '200':
          description: a page
          headers:
            X-Total-Count: { required: true, schema: { type: integer, minimum: 0 } }
          content:
            application/json:
              schema:
                type: object
                required: [items]
                properties:
                  items: { type: array, items: { $ref: '#/components/schemas/Patient' } }
                  next: { type: [string, 'null'] }
        '401': { $ref: '#/components/responses/Problem' }
    post:
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } }
      responses:
        '201': { description: created, content: { application/json: { schema: { type: object, required: [id] } } } }
        '401': { $ref: '#/components/responses/Problem' }
  /patients/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: string } }
    get:
      responses:
        '200': { description: one, content: { application/json: { schema: { $ref: '#/components/schemas/Patient' } } } }
        '401': { $ref: '#/components/responses/Problem' }
        '404': { $ref: '#/components/responses/Problem' }
    delete:
      responses:
        '204': { description: gone }
        '401': { $ref: '#/components/responses/Problem' }
        '404': { $ref: '#/components/responses/Problem' }
  /admin/users:
    get:
      responses:
        '200':
          description: users
          content: { application/json: { schema: { type: array, items: { type: object, required: [id, role], properties: { id: { type: integer }, role: { type: string } } } } } }
        '401': { $ref: '#/components/responses/Problem' }
        '403': { $ref: '#/components/responses/Problem' }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  responses:
    Problem:
      description: an error
      content: { application/json: { schema: { $ref: '#/components/schemas/Error' } } }
  schemas:
    Error: { type: object, required: [error], properties: { error: { type: object, required: [code], properties: { code: { type: string } } } } }
    Patient:
      type: object
      required: [id, name, born, status, secret]
      properties:
        id: { type: [integer, string] }
        name: { type: string }
        born: { type: string, format: date }
        email: { type: string, format: email }
        status: { enum: [active, discharged] }
        secret: { type: string, writeOnly: true }
        visits:
          type: array
          items: { type: object, required: [at], properties: { at: { type: string, format: date-time }, by: { type: string } } }
`;
