using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ProtocolAdvisor.RealServers;

/// <summary>Mozilla's remote control: each message is JSON with its length in front, <c>17:[0,1,"name",{}]</c>. One command at a time.</summary>
internal sealed class Marionette : IAsyncDisposable
{
    private readonly TcpClient _connection = new() { NoDelay = true };
    private int _commands;

    /// <summary>Connects to a program that listens, and takes its privileged side, where its own modules are.</summary>
    public static async Task<Marionette> ConnectAsync(int port, CancellationToken cancellationToken)
    {
        var marionette = new Marionette();
        await marionette._connection.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        await marionette.ReadAsync(cancellationToken); // its greeting
        await marionette.SendAsync("WebDriver:NewSession", new JsonObject(), cancellationToken);
        await marionette.SendAsync("Marionette:SetContext", new JsonObject { ["value"] = "chrome" }, cancellationToken);
        return marionette;
    }

    /// <summary>Runs a script, which must call its last argument with the result.</summary>
    public async Task<JsonNode?> RunAsync(string script, JsonArray arguments, CancellationToken cancellationToken)
    {
        var run = new JsonObject { ["script"] = script, ["args"] = arguments, ["newSandbox"] = true, ["sandbox"] = "system", ["scriptTimeout"] = 20_000 };
        return (await SendAsync("WebDriver:ExecuteAsyncScript", run, cancellationToken))!["value"];
    }

    public ValueTask DisposeAsync()
    {
        _connection.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<JsonNode?> SendAsync(string name, JsonObject parameters, CancellationToken cancellationToken)
    {
        var text = new JsonArray(0, ++_commands, name, parameters).ToJsonString();
        await _connection.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{Encoding.UTF8.GetByteCount(text)}:{text}"), cancellationToken);
        var answer = (await ReadAsync(cancellationToken)).AsArray();
        return answer[2] is { } error ? throw new InvalidOperationException($"{name}: {error["message"]}") : answer[3];
    }

    private async Task<JsonNode> ReadAsync(CancellationToken cancellationToken)
    {
        var (one, length) = (new byte[1], 0);
        while (await _connection.GetStream().ReadAsync(one, cancellationToken) == 1 && one[0] != ':') length = (length * 10) + (one[0] - '0');

        var message = new byte[length];
        await _connection.GetStream().ReadExactlyAsync(message, cancellationToken);
        return JsonSerializer.Deserialize<JsonNode>(message)!;
    }
}
