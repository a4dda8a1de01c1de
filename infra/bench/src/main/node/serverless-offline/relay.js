// The least that relays: who is on which connection is kept in a table, and looked up for each message.
import { ApiGatewayManagementApiClient, PostToConnectionCommand } from "@aws-sdk/client-apigatewaymanagementapi";
import { DynamoDBClient, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";

const tables = new DynamoDBClient({});
const sockets = new ApiGatewayManagementApiClient({ endpoint: `http://127.0.0.1:${process.env.SOCKET_PORT}` });
const TableName = "Connections";

export async function connect({ requestContext, queryStringParameters }) {
  const Item = { userId: { S: queryStringParameters.user }, connectionId: { S: requestContext.connectionId } };
  await tables.send(new PutItemCommand({ TableName, Item }));
  return { statusCode: 200 };
}

export async function relay({ body }) {
  const { to } = JSON.parse(body);
  const { Item } = await tables.send(new GetItemCommand({ TableName, Key: { userId: { S: to } } }));
  await sockets.send(new PostToConnectionCommand({ ConnectionId: Item.connectionId.S, Data: body }));
  return { statusCode: 200 };
}
