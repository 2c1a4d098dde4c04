using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Orleans;
using Orleans.Runtime;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>
/// What nodes say to each other, under names that do not follow the code's: a new version works beside an old one for the time of a rolling restart. So the list only grows: a line
/// that is new is added here; one that is changed or gone makes a release of which the notes say that all nodes must be stopped for it. A member that is new must not be required.
/// </summary>
public sealed class NodeContractTests
{
    private static readonly string[] Promised = """
        call audit.GoOn(): Task
        call audit.Halt(): Task
        call auditshard.Halt(): Task
        call auditshard.Run(): Task<Boolean>
        call failure.End(Guid, Boolean): Task
        call failure.TryBegin(guessBounds, String): Task<TimeSpan>
        call gate.Acquire(Guid, SiloAddress, gateBounds, CancellationToken): Task<gateReply>
        call gate.Return(Guid, Nullable<Boolean>): Task
        call mailhost.Ask(String, CancellationToken): Task<String>
        call nodememory.Held(String): Task<heldPermits>
        call quota.Take(Int32): Task<quotaAnswer>
        call wrongkey.Judge(Boolean, Int32): Task<Nullable<TimeSpan>>
        call wrongkey.JudgeRight(String, Boolean, Int32): Task<Nullable<TimeSpan>>
        grain audit
        grain auditshard
        grain failure
        grain gate
        grain mailhost
        grain quota
        grain wrongkey
        message NodeOrder.again: Boolean
        message NodeOrder.endpoint: MailEndpoint, required
        message NodeOrder.leftMs: Double, required
        message NodeOrder.look: Nullable<FurtherLook>
        message NodeOrder.perHostPerMinute: Nullable<Int32>
        message NodeOrder.since: Nullable<DateTimeOffset>
        message NodeReply.addresses: IReadOnlyList<AddressResult>
        message NodeReply.ageMs: Double
        message NodeReply.hasLater: Boolean
        message NodeReply.leftMs: Double
        message NodeReply.oldTls: Nullable<Boolean>
        message NodeReply.probe: ProbeResult
        message NodeReply.userInClear: String
        value gateBounds.0: Int32
        value gateBounds.1: Int32
        value gateBounds.2: Int32
        value gateBounds.3: Int32
        value gateBounds.4: TimeSpan
        value gateBounds.5: Int32
        value gateReply.0: Boolean
        value gateReply.1: Double
        value guessBounds.0: Guid
        value guessBounds.1: String
        value guessBounds.2: Int32
        value guessBounds.3: String
        value guessBounds.4: Nullable<Int32>
        value heldPermits.0: String
        value heldPermits.1: IReadOnlyList<Guid>
        value heldPermits.2: Double
        value quotaAnswer.0: Boolean
        value quotaAnswer.1: Int32
        value quotaAnswer.2: TimeSpan
        """.Split('\n', StringSplitOptions.TrimEntries);

    private static readonly Type[] All = typeof(ClusterParts).Assembly.GetTypes();

    [Fact]
    public void What_nodes_say_to_each_other_only_grows()
    {
        var now = Calls().Concat(Grains()).Concat(Values()).Concat(Messages()).Order(StringComparer.Ordinal).ToList();
        Assert.True(Promised.SequenceEqual(now), $"gone:\n{string.Join('\n', Promised.Except(now))}\nnew:\n{string.Join('\n', now.Except(Promised))}");
    }

    private static IEnumerable<string> Calls() =>
        from callee in All.Where(x => x.IsInterface && typeof(IAddressable).IsAssignableFrom(x))
        from method in callee.GetMethods()
        select $"call {AliasOf(callee)}.{AliasOf(method)}({string.Join(", ", method.GetParameters().Select(x => NameOf(x.ParameterType)))}): {NameOf(method.ReturnType)}";

    private static IEnumerable<string> Grains() =>
        from grain in All.Where(x => typeof(Grain).IsAssignableFrom(x))
        let name = grain.GetCustomAttribute<GrainTypeAttribute>()?.GetGrainType(null!, grain).ToString()
        select $"grain {name ?? throw new InvalidOperationException($"{grain.Name} has no lasting name.")}";

    private static IEnumerable<string> Values() =>
        from value in All.Where(x => x.GetCustomAttribute<GenerateSerializerAttribute>() is not null)
        from member in value.GetProperties()
        let id = member.GetCustomAttribute<IdAttribute>()
        where id is not null
        select $"value {AliasOf(value)}.{id.Id}: {NameOf(member.PropertyType)}";

    private static IEnumerable<string> Messages() =>
        from message in new[] { typeof(NodeOrder), typeof(NodeReply) }
        from member in new JsonSerializerOptions(NodeJson.Options) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() }.GetTypeInfo(message).Properties
        select $"message {message.Name}.{member.Name}: {NameOf(member.PropertyType)}{(member.IsRequired ? ", required" : "")}";

    private static string AliasOf(MemberInfo member) =>
        member.GetCustomAttribute<AliasAttribute>()?.Alias ?? throw new InvalidOperationException($"{member.DeclaringType?.Name}.{member.Name} has no lasting name.");

    private static string NameOf(Type type) => type.IsGenericType
        ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
        : type.GetCustomAttribute<AliasAttribute>()?.Alias ?? type.Name;
}
